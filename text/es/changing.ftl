### Conversaciones: cambiadas, movidas, saltadas, canceladas.

## Lo que se dice a quienes van

date-told-moved =
    ### { $title } cambia de hora
    Era el { $before }. Ahora es el **{ $after }**, { $soon }.

    Guardas tu plaza. Si entonces no puedes, pulsa **No puedo** en su tarjeta.
date-told-cancelled =
    ### { $title } se cancela
    Iba a ser el { $before }. Nadie tiene que venir.
date-told-skipped =
    ### { $title } no se hace esta vez
    No hay nada el { $before }. Las otras fechas siguen como están.
date-told-restored =
    ### { $title } se hace al final
    Es el **{ $after }**, { $soon }. Quien iba a venir guarda su plaza.
date-told-who = -# Para { $names }

## Cuando algo no puede ser

refusal-underway =
    ### Ya ha empezado
    Su sala está abierta, así que no se cambió nada. Ahora solo se puede cancelar: pulsa **Más** en su tarjeta y luego **Cancelar**.
refusal-changed-meanwhile =
    ### Alguien la cambió mientras tanto
    Lo que querías no se hizo, para no perder nada de lo suyo. Mira cómo está ahora y prueba otra vez si aún quieres.
refusal-not-in-series =
    ### Es la única fecha
    No hay otras fechas, así que no se puede saltar. No se cambió nada. Puedes moverla o cancelarla.
refusal-nothing-to-change =
    ### Ya es así
    Lo que pides es como está ahora. No se cambió nada y no se avisó a nadie.
refusal-proposal-gone =
    ### Esta pregunta ya está cerrada
    Has empezado otra cosa desde entonces, o la dejaste. Ahora no se cambió nada. Pulsa **Más** en la tarjeta para empezar otra vez.
refusal-host-not-in =
    ### No está en los círculos
    Solo puede ser anfitrión quien participa. No se cambió nada. Elige a otra persona o pídele antes que entre.

## Bajo una tarjeta

date-more = Más
date-all = Todas las fechas
date-edit = Cambiar
date-move = Mover
date-skip = Saltar esta fecha
date-restore = Volver a ponerla
date-cancel = Cancelar
date-host = Otro anfitrión
date-nobody = nadie aún
date-about =
    # { $title }
    .when = { $when }, { $soon } · { $minutes } minutos
    .host = Anfitrión: { $host }
date-state-planned = -# Se hace como está previsto.
date-state-open = -# Su sala está abierta.
date-state-on = -# Está en marcha ahora mismo.
date-state-ended = -# Ya terminó.
date-state-missed = -# No se hizo.
date-state-cancelled = **Se canceló.**
date-state-skipped = **Esta vez no se hace.**
date-is-planned = como está previsto
date-is-open = con la sala abierta
date-is-on = en marcha ahora
date-is-ended = terminada
date-is-missed = no se hizo
date-is-cancelled = cancelada
date-is-skipped = saltada

dates-card =
    # Todas las fechas de { $title }
    Estas aún están por venir:
dates-line = • { $when }, { $soon } · { $state }
dates-none =
    # No quedan fechas
    No hay más fechas de esta conversación.
dates-choose = Elige una para ver más

## Lo que viene

coming-button = Lo que viene
coming-card =
    # Lo que viene
    Pulsa un nombre para ir a su tarjeta. Allí dices si vienes.
coming-line = • **{ $title }** · { $when }, { $soon } · { $answer }
coming-answer-open = no has contestado
coming-answer-going = vas
coming-answer-maybe = quizá vas
coming-answer-no = no puedes ir
coming-answer-waiting = esperas una plaza
coming-answer-offered = hay una plaza guardada para ti
coming-after = Ver más
coming-none =
    # No hay nada a la vista
    Nadie ha planeado aún una conversación. Mira otra vez en unos días o planea una tú.

## Cuánto de una serie

series-question =
    # ¿Solo esta?
    .edit = **{ $title }** se repite. ¿Cuánto quieres cambiar? Aún no se ha cambiado nada.
    .move = **{ $title }** se repite. ¿Cuánto quieres mover? Aún no se ha cambiado nada.
    .cancel = **{ $title }** se repite. ¿Cuánto quieres cancelar? Aún no se ha cambiado nada.
series-scope = Cuánto
    .one = Solo esta fecha
    .following = Esta y las que siguen
    .all = Todas

## Lo que se pregunta

date-move-form = Moverla
    .when = ¿Cuándo ha de ser?
    .hint = Por ejemplo: el viernes a las 19:00. Tomo los relojes de { $zone }.
date-cancel-form = Cancelarla
    .reason = ¿Por qué?
    .hint = Quienes iban a venir leen esto. Antes lo ves tú.
date-edit-form = Cambiarla
    .title = Título
    .about = De qué trata
    .minutes = Cuánto dura
    .deck = Preguntas para hablar
    .no-deck = Ninguna
date-host-form = Otro anfitrión
    .host = ¿Quién la lleva desde ahora?
    .hint = Vale para todas sus fechas. Antes lo ves tú.

## Antes de que cuente

change-preview = # Aún no se ha cambiado nada
change-move = **{ $title }** cambiaría de hora.
change-edit = **{ $title }** cambiaría.
change-cancel = **{ $title }** del { $when } se cancelaría con estas palabras:
change-skip = **{ $title }** del { $when } no se haría. Las otras fechas siguen.
change-restore = **{ $title }** del { $when } se haría al final.
change-host = **{ $title }** tendría otro anfitrión.
change-line-title = • Título: { $before } → **{ $after }**
change-line-when = • Hora: { $before } → **{ $after }**
change-line-minutes = • Duración: { $before } → **{ $after }**
change-line-about = • De qué trata ahora:
change-line-no-about = • Ya no dice de qué trata.
change-line-deck = • Preguntas: { $before } → **{ $after }**
change-line-host = • Anfitrión: { $before } → **{ $after }**
change-clocks = -# Eso es { $wall } en { $zone }, { $soon }.
change-none = nada
change-dates = Vale para **{ $count } fechas** que ya se conocen y para todas las que siguen.
change-told = { $count ->
        [0] Aún no va nadie, así que no se avisa a nadie.
        [one] Se avisa por su nombre a una persona que va.
       *[other] Se avisa por su nombre a { $count } personas que van.
    }
change-yes = Sí, hazlo
change-no = Dejarla como está
change-made = # Hecho
    .done =
        # Hecho
        Así está ahora. La tarjeta lo muestra en un momento.
    .told =
        # Hecho
        Así está ahora. { $count ->
            [one] La persona que va lo lee en el hilo.
           *[other] Las { $count } personas que van lo leen en el hilo.
        }
change-forgotten =
    # Se queda como está
    No se cambió nada y no se avisó a nadie.
