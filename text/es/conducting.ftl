### Conducting: the panel in the chat of the room. Whose turn it is, and until when.

## The panel

conductor-panel = ## { $title }
    .waiting =
        Empezamos { $when }. En esta sala hay un turno para cada persona, y nadie tiene que hablar.

        Pulsa **Solo escucho** si prefieres que no te toque.
    .ready =
        Ya podemos empezar. Quien hace de anfitrión pulsa **Empezar**, y habla la primera persona.

        Pulsa **Solo escucho** si prefieres que no te toque.
    .prompt =
        -# { $title } · { $number } de { $count }
        ## { $prompt }
    .turn =
        ### Es el turno de { $who }
        Hasta { $until }, { $left }. Si terminas antes, pulsa **He terminado**.
    .time-up =
        ### Se acabó el tiempo, { $who }
        Termina tu frase, por favor. Seguimos { $left }.
    .nobody =
        ### No es el turno de nadie
        ¿Quieres hablar? Pulsa **Levantar la mano**.
    .paused =
        ### Alguien pide una pausa
        El reloj está parado. Nadie pregunta quién, ni por qué.

        Quien hace de anfitrión pulsa **Seguir** cuando estéis listos. Desde { $when } puede hacerlo cualquiera.
    .next = **Después:** { $people }
    .hands = **Manos levantadas:** { $people }
    .here = **En la sala:** { $people }
    .listening = -# { $count ->
        [one] Una persona solo escucha.
       *[other] { $count } personas solo escuchan.
    }
    .all-had = -# Todos han tenido su turno con esto. Quien hace de anfitrión puede pulsar **Otra pregunta**.
    .spoken = -# Turnos hasta ahora: { $mentors } de mentores, { $mentees } de aprendices.
    .and-more = { $people } y { $more } más

conductor-note-time-up = -# Se acabó el tiempo, así que hemos seguido.
conductor-note-left = -# Quien tenía el turno salió de la sala, así que hemos seguido.
conductor-note-away = -# Estuve fuera un rato y no pude medir el tiempo. Ahora puedo otra vez.

conductor-over =
    # Se acabó
    Gracias por venir. Hemos hablado de **{ $title }**.
    .spoken =
        { $mentors ->
            [0] Los mentores no tuvieron turnos,
            [one] Los mentores tuvieron un turno,
           *[other] Los mentores tuvieron { $mentors } turnos,
        } { $mentees ->
            [0] y los aprendices, ninguno.
            [one] y los aprendices, uno.
           *[other] y los aprendices, { $mentees }.
        }
    .counted = -# Cuento los turnos que se dieron aquí, no quién habló de verdad. Nada se ha grabado.

conductor-begin = Empezar
conductor-done = He terminado
conductor-pass = Paso
conductor-longer = 1 minuto más
conductor-hand = Levantar la mano
conductor-lower = Bajar la mano
conductor-listen = Solo escucho
conductor-speak = Quiero hablar
conductor-pause = Pausa
conductor-go-on = Seguir
conductor-next = Otra pregunta
conductor-host = Para quien dirige
conductor-length = Minutos de cada turno
conductor-end = Terminar
conductor-end-yes = Sí, terminar para todos

## What only whoever pressed sees

conductor-noted = **Anotado.** El panel de este chat lo muestra enseguida.
conductor-hand-up =
    # Tienes la mano levantada
    Te toca cuando le toque a tu lado. Mentores y aprendices hablan por turnos.
conductor-lowered = **Has bajado la mano.** Tu turno llegará de todos modos.
conductor-listens =
    # Solo escuchas
    Nadie te llama, y nadie pregunta por qué. Pulsa **Quiero hablar** cuando quieras.
conductor-speaks = **Vuelves a tener turno.** El panel dice cuándo te toca.
conductor-host-page =
    # Para quien dirige
    Cada turno dura ahora { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }. Un cambio vale desde el turno siguiente.

    El botón **Terminar** acaba la conversación para todos.
conductor-minutes = { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minutos
    }
conductor-end-card =
    # ¿Terminar para todos?
    Todavía no ha terminado nada. Si pulsas **Sí, terminar para todos**, esta conversación se acaba y ya no hay turnos.
conductor-ended =
    # Se acabó
    La conversación ha terminado. El panel muestra cuántos turnos tuvo cada lado.

conductor-pause-notice =
    # Alguien ha pedido una pausa
    Fue en la sala { $room }. Quién la pidió no se guarda en ningún sitio, y no sé por qué.

    ### Qué puedes hacer
    Entra y pregunta si todo va bien. Aquí no tienes que hacer nada.

## When something cannot be

refusal-not-in-room =
    ### No estás en la sala
    No ha cambiado nada. Pulsa el nombre de este canal de voz para entrar, y después pulsa otra vez.
refusal-not-your-turn =
    ### Es el turno de otra persona
    No ha cambiado nada. Si quieres hablar pronto, pulsa **Levantar la mano**.
refusal-turn-over =
    ### Ese turno ya pasó
    No ha cambiado nada. El panel muestra de quién es el turno ahora.
refusal-already-longer =
    ### Ya hubo un minuto más
    Un turno puede tener uno, para que haya tiempo para todos. Si te queda algo por decir, pulsa **Levantar la mano** cuando acabe.
refusal-no-more-prompts =
    ### Esa era la última
    Para hoy no hay otra pregunta. Seguid hablando tanto como queráis.
refusal-not-yet =
    ### La pausa sigue
    Los dos primeros minutos solo la acaba quien hace de anfitrión. No ha cambiado nada. Espera un momento y pulsa otra vez.
refusal-not-leading =
    ### Esto es para quien dirige
    No ha cambiado nada. Si no hay anfitrión en la sala durante cinco minutos, puede dirigir cualquiera que esté en ella.
