### Visiones del mundo: lo que alguien explica, y qué se puede hacer con ello.

## El formulario

explain = Explicar mi visión del mundo
explain-form = Explicar mi visión del mundo
    .belief = Lo que creo
    .belief-hint = Cómo se ve el mundo desde donde estás. No hace falta llenar todas las casillas.
    .moment = El momento que me marcó
    .moment-hint = Algo que viviste y que te hizo verlo así.
    .misread = Qué no entiende de mí la gente de mi edad
    .misread-hint = O qué no entiende la gente de cualquier edad.
    .ask-me = Pregúntame por…
    .ask-me-hint = Lo que te gustaría que te preguntaran. Aún no se publica nada: lo ves antes.
    .topics = Temas
    .topics-hint = De uno a cinco. Se ven en tu visión del mundo, para que la encuentren.
edit-form = Cambiar mi visión del mundo

draft-waits =
    # Tienes un borrador
    Se guardó { $saved }. Solo lo ves tú, y no se ha publicado nada.

    Si empiezas de nuevo, el borrador se va cuando envíes el nuevo.
draft-go-on = Seguir
draft-start-anew = Empezar de nuevo

## La vista previa

preview-new =
    # Aún no se ha publicado nada
    Esto es lo que vería todo el mundo aquí:
preview-change =
    # Aún no se ha cambiado nada
    Esto es lo que vería todo el mundo aquí:
preview-newer = **Lo has cambiado desde entonces.** Aquí está como es ahora. Míralo y vuelve a pulsar el botón.
preview-too-long =
    # Es demasiado largo
    Está guardado, y no se ha publicado nada. Le sobran **{ $count }** caracteres para caber en un mensaje.

    Pulsa **Cambiarlo** y hazlo más corto. Signos como \* y \_ cuentan doble, y cada línea nueva también cuenta.
preview-pseudonym =
    ### Con un seudónimo
    Tu nombre se sortea al publicar, y tus palabras salen uno o dos minutos después. Nadie de aquí ve quién eres, tampoco quien organiza. Pero ten cuidado: tu estilo y tus historias pueden delatarte, sobre todo en un grupo pequeño. Dos de quienes organizan, juntos, pueden saber tu nombre, con un motivo por escrito, y se te dice. Quien lleva este bot puede buscarlo.
worldview-consent =
    ### Tu acuerdo
    Lo que crees está protegido por la ley. Si pulsas **Publicar**, aceptas esto: guardo estas palabras cifradas, con tu lugar, tu generación y la hora. Las enseño a quien pueda leer este foro. Puedes retirarlas en todo momento, y entonces se borran. Pulsa **Más** bajo tu visión del mundo, y luego **Retirar**.

    -# Esto se pregunta una vez. Acuerdo 1, por el artículo 9 del RGPD.

draft-post = Publicar
draft-save = Guardar el cambio
draft-change = Cambiarlo
draft-hide-seat = Ocultar mi lugar y mi generación
draft-show-seat = Mostrar mi lugar y mi generación
draft-under-pseudonym = Publicar con un seudónimo
draft-under-name = Publicar con mi nombre
draft-throw-away = Tirarlo

throw-away-card =
    # ¿Tirarlo?
    Lo que escribiste se irá para siempre. Lo que está en el foro se queda como está.

    Aún no se ha tirado nada.
throw-away-yes = Sí, tirarlo
throw-away-no = No, guardarlo
thrown-away = **Tirado.** No se publicó nada. Pulsa *Explicar mi visión del mundo* cuando quieras empezar de nuevo.

## Después de enviarlo

posting-stands =
    # Está aquí
    Tu visión del mundo está en el foro: [ir allí]({ $link }).

    ### Qué viene ahora
    La gente la lee y pregunta. Verás sus preguntas debajo, y respondes con un botón. Para cambiarla o retirarla, pulsa **Más** debajo, cuando quieras.
posting-follows =
    # Está en camino
    Tu visión del mundo está apuntada, y sale sola en el foro dentro de un momento. No tienes que hacer nada.
posting-under-pseudonym =
    # Está en camino
    Sale sola en el foro como **{ $name }**, en uno o dos minutos. Así la hora no dice a nadie que es tuya.

    Para cambiarla o retirarla, pulsa **Más** debajo. Solo tú ves lo que sale entonces.
posting-waits =
    # Está apuntada
    Aún no he podido publicarla. Quienes organizan ya saben cómo arreglarlo, y entonces sale sola. No se pierde nada, y no tienes que hacer nada.
posting-gone = **Esta visión del mundo ya no está.** Se retiró, o alguien la borró. Pulsa *Explicar mi visión del mundo* para escribir otra.
worldview-saved = **Guardado.** En el foro se verá así en un momento, o en dos minutos si es con seudónimo.

## En el foro

worldview-author = ## { $author } explica
worldview-author-seated =
    ## { $author } explica
    -# { $seat } · { $generation }
worldview-belief =
    ### Lo que creo
    { $text }
worldview-moment =
    ### El momento que me marcó
    { $text }
worldview-misread =
    ### Qué no entiende de mí la gente de mi edad
    { $text }
worldview-ask-me =
    ### Pregúntame por…
    { $text }
worldview-understood =
    { $more ->
        [0] -# Lo entendió { $people }
        [one] -# Lo entendieron { $people } y una persona más
       *[other] -# Lo entendieron { $people } y { $more } personas más
    }
worldview-window = -# Por ahora solo preguntas, hasta { $until } ({ $left }). Usa los botones. Después puede escribir todo el mundo.
worldview-by-hand = **{ $author } explica cómo ve el mundo.**
    No hace falta estar de acuerdo para entender. Pregunta, y luego di con tus palabras lo que oíste.
worldview-untitled = Una visión del mundo
worldview-more = Más
worldview-edit = Editar
worldview-withdraw = Retirar

withdraw-card =
    # ¿Retirarla?
    Tu visión del mundo y todo su hilo se irán del foro para siempre, y yo olvido lo que escribiste. Lo que escribió el resto sigue siendo suyo, en sus propias listas.

    Aún no se ha retirado nada.
withdraw-card-by-hand =
    # ¿Retirarla?
    Mi ficha con los botones se irá, y yo olvido que esto es una visión del mundo. Tú publicaste a mano, así que tu texto se queda: bórralo tú si quieres.

    Aún no se ha retirado nada.
withdraw-yes = Sí, retirarla
withdraw-no = No, dejarla
withdraw-not = **Sigue como estaba.** No se retiró nada.
withdrawn-card = **Está retirada.** Se va del foro en un momento, y ya he olvidado lo que escribiste. No tienes que hacer nada más.
withdrawn-waits = **Está retirada, y ya he olvidado lo que escribiste.** Aún no he podido borrarla del foro. Quienes organizan ya saben cómo arreglarlo, y entonces se va sola.

more-author =
    # Tu visión del mundo
    ¿Qué quieres hacer? Solo lo ves tú.
more-author-hidden =
    # Tu visión del mundo
    La escribiste como **{ $name }**. ¿Qué quieres hacer? Solo lo ves tú.
more-listener =
    # Más
    Qué más puedes hacer con lo que explica { $author }. Solo lo ves tú.

more-revealed = -# El { $when }, dos de quienes organizan supieron juntos que esto es tuyo. En *Mis visiones del mundo* ves quién lo pidió.

## Saber un nombre

reveal = Saber quién la escribió
reveal-form = Saber quién la escribió
    .reason = ¿Por qué tienes que saberlo?
    .hint = Otra persona que organiza lo lee y decide. Quien escribió sabrá que preguntaste, no por qué.
reveal-asked = **Tu petición está en la mesa de quienes organizan.** No se ha revelado nada. Otra persona tiene que aceptar allí, y entonces solo veis el nombre las dos.
reveal-agree = De acuerdo
reveal-no = No
reveal-show = Enséñamelo
reveal-card =
    ## ¿Quién escribió esto?
    { $steward } pregunta quién escribió como **{ $name }**: [la visión del mundo]({ $link })

    El motivo:
    { $reason }
    .next = Aún no se ha revelado nada. Otra persona que organiza tiene que aceptar. Entonces solo ven el nombre esas dos, y quien escribió lo sabrá. Acepta solo para proteger a alguien.
    .agreed = { $steward } aceptó el { $when }. Solo las dos personas pueden ver el nombre. Quien escribió lo sabe.
    .declined = { $steward } dijo que no. No se reveló nada.
reveal-author = **La escribió { $author }.** Solo lo ves tú. Guárdalo para ti, y úsalo solo para el motivo que se dio.
reveal-declined-note = **No se reveló nada.** En la mesa se ve que dijiste que no.
reveal-nobody = alguien que se borró

## Seudónimos

pseudonym-to-be = Un nombre al azar, como Garza 47
pseudonyms =
    Abedul Abeto Abubilla Acacia Acebo Agateador Alcatraz Alcaudón Alce Alga
    Aliso Almendro Alondra Andarríos Arce Ardilla Avefría Avellano Avoceta Brezo
    Búho Calandria Carbonero Castaño Cedro Cernícalo Cerezo Chorlito Chopo Cigüeña
    Ciprés Ciruelo Cisne Colibrí Cormorán Correlimos Corzo Cuco Encina Enebro
    Erizo Escribano Espino Flamenco Fresno Frailecillo Gamo Garza Gaviota Golondrina
    Gorrión Grajilla Grulla Haya Helecho Hiedra Higuera Ibis Jara Jilguero
    Lavanda Laurel Lechuza Lince Lirio Madroño Manzano Martín Milano Mirlo
    Mirto Mochuelo Musgo Naranjo Nogal Nutria Olivo Olmo Orégano Pardillo
    Peral Petirrojo Pino Pinzón Roble Romero Ruiseñor Salvia Sauce Serbal
    Tejo Tejón Tilo Tomillo Tordo Trébol Vencejo Verdecillo Zarza Zorzal

## Negativas

refusal-nothing-said = **El formulario estaba vacío.** No se guardó ni se publicó nada. Pulsa el botón y escribe al menos en una de las cuatro casillas.
refusal-topics-needed = **Elige de uno a { $most } temas.** Lo que escribiste está guardado, y no se publicó nada. Pulsa el botón y elige.
refusal-no-draft = **Aquí ya no hay ningún borrador.** Se publicó, o se tiró. No se cambió nada. Pulsa *Explicar mi visión del mundo* para escribir uno.
refusal-worldview-gone = **Esta visión del mundo ya no está.** Quien la escribió la retiró, o alguien la borró. Lo que escribiste tú está guardado en *Mis visiones del mundo*.
refusal-not-hidden = **Esto lleva un nombre, así que no hay nada que saber.** No se cambió nada.
refusal-another-must-agree = **Esto lo decide otra persona que organiza, y lo ven las dos que decidieron.** No puedes aceptar tu propia petición. No se reveló nada.
refusal-decided = **Otra persona que organiza ya lo decidió.** No se cambió nada. En la mesa se ve cómo.
refusal-not-author = **Solo puede hacerlo quien escribió esta visión del mundo.** No se cambió nada.
refusal-own-worldview = **Esta visión del mundo es tuya.** Este botón es para quienes la escuchan. No se cambió nada.
