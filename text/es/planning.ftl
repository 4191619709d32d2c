### Planear una conversación.

## Planear una

command-discussion-plan = Planear una conversación: ves lo que se planearía antes de que exista nada
command-discussion-title = Cómo se llama
command-discussion-when = Cuándo, con tus palabras, como: viernes a las 19:00
command-discussion-length = Cuánto dura, como: 60 o 1h30
plan-discussion = Planear una conversación
plan-anew = Empezar otro plan
plan-go-on = Seguir
plan-change = Cambiar
plan-from = O empieza desde una plantilla
plan-use = Usarla
plan-forget = Borrar esta plantilla
plan-it = Planearla
plan-away = Descartar
plan-save = Guardar como plantilla
plan-repeat = Repetir
plan-places = Plazas
plan-prompts = Preguntas
plan-people = Anfitrión e invitados
plan-deck = Elige una baraja de preguntas
plan-no-deck = Sin preguntas: se habla del título
plan-waits =
    # Estabas planeando algo
    {""}**{ $title }** se guardó { $saved }. Solo tú lo ves, y aún no se ha planeado nada.

    Si empiezas otro plan, este se va cuando envíes el formulario nuevo.
plan-start =
    # Una conversación nueva
    Empieza con un formulario vacío, o con una plantilla de esta comunidad.
plan-template =
    # { $name }
    Una plantilla lo tiene todo menos la hora. No se planea nada antes de que lo veas.
plan-forgotten =
    # La plantilla ya no está
    Lo que se planeó con ella sigue.
plan-form = Planear una conversación
    .title = ¿Cómo se llama?
    .when = ¿Cuándo?
    .when-hint = Con tus palabras, como: viernes a las 19:00
    .length = ¿Cuánto dura?
    .length-hint = Minutos, o algo como 1h30
    .topic = Tema
    .no-topic = Sin tema
    .about = ¿De qué trata? (si quieres)
when-form = ¿Cuándo?
plan-preview =
    # Aún no se ha planeado nada
    Esto es lo que se planearía: **{ $title }**
plan-moved = ⚠️ Ese día los relojes se adelantan y ninguno muestra la hora que dijiste. Tomé la siguiente.
plan-zone = -# Leí la hora según los relojes de { $zone }, como los tiene esta comunidad. Para usar los tuyos, pon tu zona horaria en **Mi lugar**, o escribe la zona detrás de la hora.
plan-zone-unknown = -# No sé qué hora es donde estás, así que la leo por los relojes de { $zone }. Pulsa **Mi zona horaria** para fijar la tuya, y luego otra vez **Planear una conversación**: tu plan te espera allí. O escribe tu ciudad detrás de la hora, como en *19:00 Europe/Madrid*.
plan-fact =
    .when = **Cuándo:** { $moment }, { $soon }
    .clocks = -# Es el { $wall } según los relojes de { $zone }.
    .length = **Cuánto dura:** { $length }
    .repeat = **Se repite:** { $repeat }
    .places = **Plazas:** { $places }
    .host = **Anfitrión:** { $host }
    .topic = **Tema:** { $topic }
    .prompts = **Preguntas:** de la baraja *{ $deck }*
    .prompts-gone = **Preguntas:** esa baraja ya no está. Pulsa **Preguntas** para elegir otro.
    .no-prompts = **Preguntas:** ninguna; se habla del título
    .people = **Para:** { $people }
    .everybody = **Para:** todas las personas que participan
plan-saved = ✓ Guardada como plantilla. Quien planea aquí puede empezar desde ella. La conversación misma aún no está planeada.
plan-done =
    # Está planeada
    {""}**{ $title }** es el { $moment }, { $soon }.

    ### Qué viene ahora
    Su tarjeta está enseguida en { $where }. Allí la gente pulsa **Voy**. Diez minutos antes se abre la sala. Para cambiarla o cancelarla, pulsa **Más** en la tarjeta.
plan-somewhere = el canal de conversaciones
plan-thrown-away =
    # Descartado
    No se planeó nada, y nadie lo vio.
plan-decks =
    # ¿Qué preguntas?
    En la sala, el conductor muestra una pregunta tras otra, de las suaves a las hondas. Aún no se ha planeado nada.
repeat-form = ¿Cada cuánto?
    .how = Tiene lugar
    .times = ¿Cuántas veces? (si lo sabes)
    .times-hint = Déjalo vacío para seguir hasta que la pares
    .until = ¿Hasta qué día? (si lo sabes)
    .until-hint = Como 2027-06-30
places-form = ¿Cuántas personas pueden venir?
    .total = En total
    .mentor = Mentores
    .mentee = Aprendices
    .hint = Vacío para no poner límite
people-form = Anfitrión e invitados
    .host = ¿Quién la dirige?
    .people = ¿Para quién es?
    .hint = Nadie elegido: para todas las que participan
wall-time = { $weekday } { $day } de { $month } de { $year }, { $time }
wall-day = { $day } de { $month } de { $year }
length-minutes = { $minutes } minutos
length-hours = { $hours ->
        [one] una hora
       *[other] { $hours } horas
    }
length-both = { $hours } h { $minutes } min
repeat-once = una vez
repeat-weeks = { $weeks ->
        [one] cada { $weekday }
       *[other] cada { $weeks } semanas, en { $weekday }
    }
repeat-months = { $months ->
        [one] el { $nth } { $weekday } de cada mes
       *[other] el { $nth } { $weekday }, cada { $months } meses
    }
repeat-nth-1 = primer
repeat-nth-2 = segundo
repeat-nth-3 = tercer
repeat-nth-4 = cuarto
repeat-nth-last = último
repeat-times = { $often }, { $times } veces en total
repeat-until = { $often }, hasta el { $until }
places-total = { $places } en total
places-mentor = { $places } para mentores
places-mentee = { $places } para aprendices
places-free = para quien quiera venir
kit-you-typed = -# Lo que escribiste se guarda. Solo tú lo ves.

## Lo que deciden quienes cuidan

discussion-settings = Conversaciones
discussion-settings-saved = ✓ Guardado.
discussion-settings-card =
    # Conversaciones
    {""}**Quién las planea:** { $who }
    {""}**Recordatorios:** { $reminders }
    {""}**Relojes:** { $zone }. Si alguien no puso su zona horaria, las horas se leen según estos. Se cambian en *Pregunta de la semana*.

    Los recordatorios que cambies aquí valen para lo que se planee desde ahora.
who-plans-choose = ¿Quién puede planear conversaciones?
who-plans-stewards = Solo quienes cuidan la comunidad
who-plans-hosts = Ellas y quien tiene el rol Anfitrión
who-plans-everyone = Todas las personas que participan
reminders-choose = ¿Cuándo se recuerda a la gente?
reminders-none = ninguno
reminder-10080 = una semana antes
reminder-4320 = tres días antes
reminder-1440 = un día antes
reminder-180 = tres horas antes
reminder-60 = una hora antes
reminder-10 = diez minutos antes

refusal-plan-gone =
    ### Este plan ya no está
    Se planeó, se descartó, o lo reemplazó otro más nuevo. No se ha cambiado nada. Pulsa **Planear una conversación** para empezar otra vez.
refusal-template-gone =
    ### Esta plantilla ya no está
    Alguien la borró. No se ha cambiado nada. Empieza con un formulario vacío.
refusal-too-many-templates =
    ### Ya hay { $most } plantillas
    No caben más en la lista. Borra una primero. Tu plan sigue aquí, y aún no se ha planeado nada.
refusal-deck-gone =
    ### Esas preguntas ya no están
    Alguien quitó esa baraja. Elige otra. No se planeó ni cambió nada, y un plan tuyo se guarda.
refusal-bad-length =
    ### ¿Cuánto dura?
    No pude leer eso. Escribe minutos, como *60*, u horas y minutos, como *1h30*. Aún no se ha planeado nada.
refusal-bad-number =
    ### Eso no es un número para mí
    Escribiste *{ $typed }*. Escribe un número entero mayor que cero, o déjalo vacío. Tu plan se guarda, y aún no se ha planeado nada.
refusal-ends-before-it-begins =
    ### Acabaría antes de empezar
    El último día es anterior a la primera fecha. Tu plan sigue como estaba, y aún no se ha planeado nada. Elige un día posterior.
refusal-too-many-seats =
    ### Las plazas no cuadran
    Hay { $total } en total, y { $seats } para mentores y aprendices. Tu plan sigue como estaba, y aún no se ha planeado nada.
refusal-guests-not-here =
    ### No todas esas personas participan
    { $names }: { $count ->
        [one] esta persona no se ha unido
       *[other] estas personas no se han unido
    } a los círculos. Elige a otras, o pídeles antes que se unan. Tu plan sigue como estaba, y aún no se ha planeado nada.
refusal-template-not-theirs =
    ### Esa plantilla es de otra persona
    Solo la borran quien la guardó y quienes cuidan la comunidad. No ha cambiado nada.
refusal-two-ends =
    ### ¿Cuándo termina?
    Has dicho cuántas veces y también un último día. Elige una de las dos cosas y deja vacía la otra. Tu plan sigue como estaba, y aún no se ha planeado nada.
refusal-plan-changed =
    ### Lo has cambiado desde entonces
    Lo que se leía aquí ya no es tu plan. Aún no se ha planeado nada. Pulsa **Seguir** para verlo como está.
