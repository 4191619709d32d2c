### Escuchar: preguntas, decir lo que oí, cambios y avisos debajo de cada visión del mundo.

## Debajo de cada visión del mundo

listening-ask = Preguntar para entender
listening-say-back = Decir lo que oí
listening-say-again = Decirlo otra vez
listening-shift = Cambio
listening-report = Avisar
listening-reply = Responder
listening-thank = Dar las gracias a quien escuchó

## Preguntas y respuestas

ask-form = Preguntar para entender
    .stem = ¿Cómo quieres empezar?
    .question = Tu pregunta
    .hint = Es para entender, no para discutir. Si la envías, se publica en tu nombre.
question-stem-happened = Qué pasó para que…
question-stem-wish = Qué te gustaría que te preguntaran sobre…
question-stem-otherwise = Cuándo lo sentiste de otra manera…
question-stem-own = Con mis palabras

question-card =
    ### { $who } pregunta a { $author }
    .passed = -# { $author } prefiere no responder a esta.
    .answered = -# Respondida
question-answer = Responder
question-pass = Paso
asked-card =
    # Pregunta hecha
    Tu pregunta está debajo de la visión del mundo.

    ### Qué viene ahora
    Cuando haya respuesta, verás tu nombre en el hilo. También puede pasar, y nadie pregunta por qué.

answer-form = Tu respuesta
    .text = Lo que quieres decir
    .hint = Aún no se publica nada: primero lo ves.
answer-card =
    ### { $author } responde a { $who }
    .unnamed =
        ### { $author } responde
    .question = -# A [esta pregunta]({ $link })
answered-card =
    # Respondida
    Tu respuesta está en el hilo, y quien preguntó lo sabe.

    ### Qué viene ahora
    Puede preguntar de nuevo, o decir lo que oyó. Entonces tú dices si es eso.
passed-card =
    # Pasaste
    Nadie te pregunta por qué. Debajo de la pregunta dice que prefieres no responder a esta.

    Si cambias de idea, pulsa **Responder** debajo de ella.

## Palabras libres

reply-form = Tus palabras
    .text = Lo que quieres decir
    .hint = Aún no se publica nada: primero lo ves.
reply-card =
    ### { $who } dice
replied-card =
    # Publicado
    Tus palabras están en el hilo. Todos los que participan pueden leerlas.

## Antes de publicar

reply-preview =
    # Aún no se publicó nada
    Esto es lo que estaría en el hilo:
reply-preview-post = Publicarlo así
reply-preview-change = Cambiarlo
reply-preview-throw-away = Tirarlo
reply-thrown-away = **Tirado.** No se publicó nada, y no se guardó nada.

coach-thought = ### Una idea antes de publicar
    .negates = Puedes no estar de acuerdo. Se oye mejor si antes dices lo que oíste.
    .acknowledges = Dices lo que oíste. Eso hace que la gente se sienta entendida.
    .hedges = Dejas sitio para otra mirada. Si además dices lo que oíste, se sentirá entendida la otra persona.
    .plain = Quizá di primero lo que oíste. Así sabrá que escuchaste.
    .found-acknowledges = • Esto dice que escuchaste: { $found }
    .found-hedges = • Esto deja sitio: { $found }
    .found-negates = • Esto puede sonar duro: { $found }
    .starters = -# Dos maneras de empezar: *Lo que te oigo decir es…* · *En mi vida fue…*
coach-acknowledges =
    te oigo
    te escucho
    entiendo
    comprendo
    veo que
    veo por qué
    lo que oigo
    lo que te oigo
    dices que
    dijiste
    quieres decir
    suena a
    gracias por
    debe de haber sido
    no lo sabía
coach-hedges =
    quizá
    quizás
    tal vez
    a lo mejor
    en mi experiencia
    me parece
    creo que
    siento que
    me pregunto
    puedo equivocarme
    para mí
    en mi vida
    a veces
coach-negates =
    te equivocas
    estás equivocado
    estás equivocada
    eso es falso
    no, eso es
    no es verdad
    no es cierto
    tonterías
    eso es absurdo
    qué ridículo
    siempre haces
    nunca haces
    vosotros siempre
    ustedes siempre
    tu generación siempre
    cálmate
    supéralo

## Decir lo que oí

say-back-form = Decir lo que oí
    .heard = Lo que te oí decir
    .hint = Con tus palabras, sin juzgar. Si lo envías, se publica en tu nombre.
loop-card =
    ### { $who } dice lo que oyó
    .asks = { $author }, ¿es eso?
    .yes = **{ $author } dice: Sí, eso es.**
    .partly = **{ $author } dice: En parte.** Lo que faltó:
    .not-quite = **{ $author } dice: No del todo.** Lo que faltó:
loop-yes = Sí, eso es
loop-partly = En parte
loop-not-quite = No del todo
loop-told =
    ### { $who }, lo entendiste
    { $author } dice: **Sí, eso es.**

    -# Ya puedes responder: pulsa **Más** debajo de la visión del mundo, y luego **Responder**.
    .partly =
        ### { $who }, entendiste una parte
        { $author } dice lo que faltó:
    .not-quite =
        ### { $who }, no era del todo eso
        { $author } dice lo que faltó:
    .next = -# Pulsa **Decirlo otra vez** y prueba de nuevo. Probar otra vez es parte de esto.
    .next = -# Pulsa **Decirlo otra vez** y prueba de nuevo. Puede hacer falta más de un intento.
said-back-card =
    # Dicho
    Lo que oíste está en el hilo. Quien lo escribió dice si es eso.

    ### Qué viene ahora
    Verás tu nombre en el hilo. Si faltó algo, pruebas de nuevo.

missed-form = ¿Qué faltó?
    .missed = ¿Qué faltó, en una frase?
    .hint = Ayuda a decirlo de nuevo. Si la envías, se publica en el hilo.
judged-card =
    # Gracias
    Lo que dijiste está debajo, y quien escuchó lo sabe.
    .yes =
        # Gracias
        Te ha entendido, y lo dice tu visión del mundo. Quien escuchó lo sabe, y ya puede responder.

        ### Qué viene ahora
        Si quieres, pulsa **Compartir esta línea** debajo. Con el sí de los dos, entra en el resumen del mes.

loop-share = Compartir esta línea
share-card =
    # La compartís los dos
    Esta línea entra en el resumen del mes, con vuestros nombres o el seudónimo. Pulsa **Compartir esta línea** otra vez para retirar tu sí.
    .waits =
        # La compartes
        Entra en el resumen del mes, con vuestros nombres o el seudónimo, cuando la otra persona también la comparta. Pulsa **Compartir esta línea** otra vez para retirar tu sí.
    .withheld =
        # No la compartes
        Tu sí está retirado, y la línea no entra en el resumen.

## Cambios

shift-form = ¿Qué hizo con mi mirada?
    .kind = ¿Qué se acerca más?
    .reason = ¿Por qué?
    .hint = 50 caracteres o más. Se publica en tu nombre, y puedes cambiarlo durante 15 minutos.
thank-form = Dar las gracias
    .kind = ¿Qué hizo su manera de escuchar?
shift-kind-understood = Ahora lo entiendo
shift-kind-differently = Lo veo de otra manera
shift-kind-disagree = No estoy de acuerdo, y veo por qué
shift-kind-common-ground = Tenemos algo en común
shift-card =
    ### { $who } a { $whom }
    {""}**{ $kind }**
shifted-card =
    # Dicho
    En un momento está en el hilo. Durante 15 minutos puedes cambiarlo: pulsa el mismo botón otra vez.
    .changed =
        # Cambiado
        En un momento está así en el hilo. Hasta { $until } puedes cambiarlo otra vez.
thank-card =
    # Dar las gracias
    ¿A quién quieres dar las gracias? Aún no se publicó nada.
    .nobody =
        # Dar las gracias
        Aquí aún no ha escuchado nadie. En cuanto alguien pregunte, diga lo que oyó o responda, podrás darle las gracias.
thank-whom = Elige a quien escuchó

## Después de enviar

listening-hidden =
    # Está en camino
    Llega al hilo por sí solo, en uno o dos minutos. Así la hora no le dice a nadie que es tuyo.
listening-waits =
    # Está apuntado
    Aún no pude publicarlo. Tus responsables saben cómo arreglarlo, y luego llega por sí solo. No se pierde nada, y no tienes que hacer nada.
listening-lost =
    # El hilo ya no está
    Alguien lo borró, y por eso no se pudo publicar. Tus palabras están guardadas en **Mis visiones del mundo**.
listening-your-words = -# Estas son tus palabras. No se pierde nada de ellas:

## Avisos

report-form = Avisar
    .reason = ¿Qué pasa?
    .text = Con tus palabras
    .hint = Puedes dejarlo vacío. Solo lo ven los responsables, con tu nombre. Nadie más lo sabe.
report-reason-hurtful = Hiere o insulta a alguien
report-reason-danger = Alguien puede estar en peligro
report-reason-private = Cuenta cosas privadas de otra persona
report-reason-spam = Vende algo, o no es para este lugar
report-reason-other = Otra cosa
reported-card =
    # Lo tienen tus responsables
    Ven lo que enviaste, y tu nombre. Nadie más lo ve, y quien lo escribió no lo sabe.

    ### Qué viene ahora
    Alguien lo mira y quizá te escriba. Si alguien está en peligro ahora, llama primero a emergencias.
report-card =
    ## Un aviso
    {""}**{ $reason }**
    - **De:** { $who }
    - **Sobre:** [una visión del mundo de { $author }]({ $link })
    - **Enviado:** { $when }
    .gone =
        ## Un aviso
        {""}**{ $reason }**
        - **De:** { $who }
        - **Sobre:** una visión del mundo que ya no está
        - **Enviado:** { $when }
    .new = -# Aún no lo miró nadie.
    .seen = -# Un responsable lo está mirando.
    .closed = -# Cerrado.
report-see = Lo estoy mirando
report-close = Cerrado
reports = Avisos
reports-card =
    # Avisos
    { $count ->
        [one] Hay un aviso abierto.
       *[other] Hay { $count } avisos abiertos.
    } Solo los responsables ven esto.
    .none =
        # Avisos
        No hay ningún aviso abierto. Solo los responsables ven esto.
    .line = • **{ $reason }**, { $when }, { $state }
report-state-new = aún no lo miró nadie
report-state-seen = un responsable lo está mirando
report-state-closed = cerrado
report-moved-card = **Apuntado.** La tarjeta de los responsables lo dice en un momento.

## Negativas

refusal-too-short = **Son { $length } caracteres, y hacen falta al menos { $least }.** No se guardó ni se publicó nada. Pulsa el botón y di un poco más.
refusal-too-many-questions = **Aquí esperan respuesta { $most } preguntas tuyas.** Por ahora basta. No se publicó nada. Pregunta de nuevo cuando una tenga respuesta.
refusal-question-gone = **Esta pregunta ya no está.** Quien la hizo la retiró. No se publicó nada.
refusal-already-answered = **Ya respondiste a esta pregunta.** No se publicó nada más. Si quieres añadir algo, pulsa **Más** y luego **Responder**.
refusal-questions-only = **Es pronto para responder.** Hasta <t:{ NUMBER($opens, useGrouping: 0) }:f> solo se pregunta y se dice lo que se oyó. No se publicó nada. Pulsa **Decir lo que oí**: si quien lo escribió dice que sí, podrás responder al momento.
refusal-loop-gone = **Esto ya no está.** Quien lo dijo lo retiró. No se cambió nada.
refusal-still-waiting = **Lo que dijiste espera a quien lo escribió.** No se publicó nada más. Te aviso aquí en cuanto haya respuesta.
refusal-understood = **Esto ya lo entendiste.** Lo dijo quien lo escribió. No se publicó nada más. Si quieres decir algo, pulsa **Más** y luego **Responder**.
refusal-already-judged = **Ya dijiste lo que piensas de esto.** No se cambió nada.
refusal-not-theirs = **Solo pueden compartir esta línea las dos personas que la hicieron.** No se cambió nada.
refusal-no-reason = **Da una razón con palabras enteras.** Hacen falta al menos { $least } distintas, para que la otra persona aprenda algo. No se publicó nada.
refusal-not-listening = **Esta persona aún no ha escuchado aquí.** No se publicó nada. Elige a alguien que preguntó, dijo lo que oyó o respondió.
refusal-shift-stands = **Ya lo dijiste aquí, y así queda.** Se podía cambiar durante 15 minutos. Ahora no se cambió nada.
refusal-report-gone = **Este aviso ya no está.** No se cambió nada.
