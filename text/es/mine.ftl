### Mis visiones del mundo: las mías, las que escuché y lo que aprendí.

my-worldviews = Mis visiones del mundo

mine-card =
    # Mis visiones del mundo
    Lo que explicaste, lo que oíste y lo que salió de ello. Solo tú puedes ver esta página.
mine-draft =
    ### Te espera un borrador
    Lo guardaste { $saved }. Nadie más lo ha visto, y todavía no se ha publicado nada. Pulsa **Seguir** para terminarlo.
mine-draft-change =
    ### Te esperan unos cambios
    Los guardaste { $saved }, y todavía no se han publicado. Son para: { $worldview }
    Pulsa **Cambiarlo** para terminarlos.
mine-counts =
    - **Las mías:** { $own ->
        [0] todavía ninguna
        [one] una visión del mundo
       *[other] { $own } visiones del mundo
    }{ $questions ->
        [0] {""}
        [one] . **Una pregunta espera tu respuesta.**
       *[other] . **{ $questions } preguntas esperan tu respuesta.**
    }
    - **Las que escuché:** { $listened ->
        [0] todavía ninguna
        [one] una visión del mundo
       *[other] { $listened } visiones del mundo
    }
    - **Lo que devolví:** { $loops ->
        [0] todavía nada
        [one] una vez
       *[other] { $loops } veces
    }
    - **Cambios:** { $shifts ->
        [0] todavía ninguno
        [one] uno, dado o recibido
       *[other] { $shifts }, dados o recibidos
    }
    - **Mi diario:** { $entries ->
        [0] vacío
        [one] una nota
       *[other] { $entries } notas
    }

mine-own = Las mías
mine-listened = Las que escuché
mine-loops = Lo que devolví
mine-shifts = Cambios
mine-journal = Mi diario
mine-earlier = Anteriores
mine-later = Posteriores
mine-open = Ábrela
mine-answer = Responde

mine-own-heading = # Las mías
mine-own-none = Todavía no has explicado nada. Cuando lo hagas, estará aquí, con las preguntas que te esperan.
mine-listened-heading =
    # Las que escuché
    Tus propias palabras se quedan aquí, también cuando la visión del mundo ya no está.
mine-listened-none = Todavía no has escuchado a nadie. Abre una visión del mundo en el foro, y pulsa **Preguntar para entender** o **Decir lo que oí**.
mine-loops-heading = # Lo que devolví
mine-loops-none = Todavía no le has dicho a nadie lo que entendiste. Abre una visión del mundo en el foro, y pulsa **Decir lo que oí**.
mine-shifts-heading =
    # Cambios
    Lo que te movió a ti, y lo que moviste en otros.
mine-shifts-none = Todavía no hay ninguno. Debajo de una visión del mundo, **Cambio** le dice a quien la escribió qué hizo contigo.

## De quién es y cómo está

mine-taken-back = *una visión del mundo que fue retirada*
mine-deleted = *una visión del mundo que fue borrada*
mine-by-hand = *una visión del mundo escrita a mano en el foro*
mine-state = { $state } · { $date }
mine-state-posting = de camino al foro
mine-state-questions = solo preguntas hasta el { $until }
mine-state-open = abierta a las palabras de todos
mine-state-archived = en reposo; aún se puede leer y responder
mine-state-withdrawn = la retiraste
mine-state-gone = alguien la borró a mano en el foro
mine-pseudonym = publicada con el nombre { $name }
mine-waiting = { $count ->
        [one] **Una pregunta espera tu respuesta:**
       *[other] **{ $count } preguntas esperan tu respuesta:**
    }
mine-more = y { $count } más
mine-more-in-copy = { $count ->
        [one] Una cosa más que dijiste
       *[other] { $count } cosas más que dijiste
    } antes de estas: todo está en la copia de *Mis datos*.
mine-reveal-asked = { $steward } pidió el { $date } saber tu nombre detrás de esto. Nadie más del equipo lo ha aceptado.
mine-reveal-declined = { $steward } pidió el { $date } saber tu nombre detrás de esto. Otra persona del equipo dijo que no, y nadie lo supo.
mine-reveal-confirmed = { $steward } pidió el { $date } saber tu nombre detrás de esto, y una segunda persona del equipo lo aceptó. Ahora lo saben.

mine-said-question = Preguntaste:
mine-said-reply = Escribiste:
mine-said-answer = Respondiste:
mine-answered = La respuesta:
mine-not-answered = aún sin respuesta
mine-passed = Quien la escribió prefiere no responder a esta. A nadie se le pregunta por qué.

mine-heard = Oíste:
mine-verdict-yes = **Sí, eso es.** Lo dijo quien la escribió.
mine-verdict-partly = **En parte.** Lo dijo quien la escribió.
mine-verdict-not-quite = **No del todo.** Lo dijo quien la escribió.
mine-verdict-none = Quien la escribió aún no ha dicho si es eso.
mine-missed = Lo que faltó:
mine-tally = { $confirmed ->
        [0] Todavía nadie te ha dicho *sí, eso es*. Escuchar lleva unos intentos.
        [one] Una persona te ha dicho *sí, eso es*
       *[other] { $confirmed } personas te han dicho *sí, eso es*
    }{ $confirmed ->
        [0] {""}
       *[other] { $first ->
            [0] .
            [one] , una vez al primer intento.
           *[other] , { $first } veces al primer intento.
        }
    }
mine-tally-theirs = { $count ->
        [one] Tú se lo has dicho a una persona.
       *[other] Tú se lo has dicho a { $count } personas.
    }

mine-shift-given = Diste el { $date }: **{ $kind }**
mine-shift-received = Te dieron el { $date }: **{ $kind }**

## El diario

mine-journal-heading =
    # Mi diario
    Lo que aprendiste, con tus palabras. Nadie más lo ve aquí, tampoco el equipo. Se guarda cifrado; quien hace funcionar el bot tiene la llave y podría abrirlo.
mine-journal-none =
    # Mi diario
    Un lugar para anotar lo que aprendiste. Nadie más lo ve aquí, tampoco el equipo. Se guarda cifrado; quien hace funcionar el bot tiene la llave y podría abrirlo.

    Está vacío. Pulsa **Escribir en mi diario** para la primera nota.
journal-write = Escribir en mi diario
journal-choose = Elige una nota para leer, cambiar o borrar
journal-change = Cambiar
journal-delete = Borrar
journal-delete-yes = Sí, borrar
journal-keep = No, dejarla
journal-entry = **{ $date }**
journal-entry-under = **{ $date }** · { $worldview }
journal-option = { DATETIME($date, dateStyle: "medium") } · { $text }
journal-form = Escribir en mi diario
    .text = Lo que aprendí
    .hint = Solo para ti. No se publica nada.
journal-change-form = Cambiar esta nota
journal-saved = **Guardada.** Solo tú puedes verla. No se publicó nada.
journal-changed = **Cambiada.** Solo tú puedes verla.
journal-delete-card =
    # ¿Borrar esta nota?
    Desaparecerá para siempre. Todavía no se ha borrado nada.
journal-deleted = **Borrada.** La nota ya no está.
refusal-entry-empty = **No había nada escrito.** No se guardó nada. Pulsa el botón y escribe unas palabras.
refusal-entry-gone = **Esta nota ya no está en tu diario.** No se cambió nada. Las otras están como antes.

## Temas vedados

off-limits = Temas vedados
off-limits-form = Temas vedados
    .topics = No me preguntes por
    .hint = No te llegan preguntas sobre estos temas, ni a una charla en la que estás. Nadie se entera.
off-limits-saved = **Guardado.** No te llegan preguntas sobre estos temas, ni a una charla en la que estás. Nadie se entera.
off-limits-none = ninguno
