### Encontrar una hora, y mirar atrás.

## Encontrar una hora

find-time = Buscar una hora
poll-change = Cambiar
poll-ask = Preguntar a todos
poll-throw-away = Descartar
poll-choose = ¿A cuáles puedes venir?
poll-decide = Tomar la ganadora
poll-form = ¿Cuándo puede la gente?
    .title = ¿Cómo se llama?
    .times = Horas, una por línea, diez como mucho
    .times-hint = Por ejemplo: viernes a las 19:00
    .minutes = ¿Cuántos minutos?
    .about = ¿De qué trata? (si quieres)
poll-preview =
    # Aún no se ha preguntado a nadie
    Esto es lo que se preguntaría a todos sobre **{ $title }**. Leo las horas según los relojes de { $zone }.
poll-asked =
    # Se pregunta a todos
    Las horas están enseguida en el canal de conversaciones.

    ### Qué viene ahora
    Cada persona marca todas las horas a las que puede. Cuando hayas visto bastante, pulsa allí **Tomar la ganadora**, y será una conversación.
poll-thrown-away =
    # Descartada
    No se preguntó a nadie.
poll-card =
    ## ¿Cuándo puedes?
    {""}**{ $title }** · { $minutes } minutos
    .again =
        ## ¿Lo intentamos otra vez?
        {""}**{ $title }** no tuvo lugar. Estas son horas nuevas · { $minutes } minutos
    .hint = -# Elige abajo todas a las que puedes; la lista va según los relojes de { $zone }. Solo se ven los números, no quién dijo qué. Puedes cambiarlo cuando quieras.
    .planned = **Está decidido.** Busca su tarjeta en este canal y pulsa allí **Voy**.
poll-line = { $number }. { $moment } ({ $soon }) · { $people ->
        [0] nadie todavía
        [one] una persona puede
       *[other] { $people } personas pueden
    }
poll-label = { $number } · { $weekday }, { $day } { $month }, { $time }
poll-kept =
    # Anotado
    Puedes:
poll-none-kept =
    # Anotado
    No puedes a ninguna. Si eso cambia, elige otra vez.
poll-decided =
    # Está planeada
    { $when }: { $people ->
        [one] puede una persona
       *[other] pueden { $people } personas
    }. Su tarjeta llega enseguida a este canal.

    ### Qué viene ahora
    Con eso no se apunta a nadie. Pide que pulsen **Voy** debajo de la tarjeta.
refusal-bad-line =
    ### Hay una línea que no entiendo
    > { $line }
    { $why }
refusal-no-times =
    ### No hay ninguna hora
    Aún no se ha preguntado a nadie. Escribe una hora por línea, como *viernes a las 19:00*.
refusal-too-many-times =
    ### Son demasiadas
    Escribiste { $count } horas, y caben { $most }. Aún no se ha preguntado a nadie. Quita algunas.
refusal-poll-over =
    ### Esta pregunta ya se cerró
    La hora está decidida, o todas han pasado. Mira en el canal de conversaciones lo que viene.
refusal-no-votes =
    ### Nadie ha contestado todavía
    No hay ganadora hasta que alguien pueda a una de las horas. No se ha planeado nada.

## Cómo fue

pulse-button = ¿Cómo fue?
pulse-page =
    # ¿Cómo fue?
    {""}**{ $title }**. Tres toques, y nadie ve los tuyos: solo se muestran sumas, y solo de { $least } personas o más. Puedes cambiarlos hasta { $until }.
    .felt_heard = **¿Sentiste que te escuchaban?**
    .learned = **¿Aprendiste algo de otra persona?**
    .meet_again = **¿Querrías veros otra vez?**
    .thanks =
        ### Gracias
        Eso era todo. Las sumas llegan al resumen { $until }, si al menos { $least } personas tocaron.
pulse-yes = Sí
pulse-somewhat = Algo
pulse-no = No
pulse-chosen = -# Dijiste: { $answer }
refusal-pulse-over =
    ### Esta pregunta ya se cerró
    Las sumas ya están en el resumen, o no tuvo lugar. No se ha guardado nada.
refusal-not-there =
    ### Esto es para quienes estuvieron
    No te vi en la sala, y no habías dicho que vendrías. Si no es así, pide al anfitrión que lo corrija.
name-me = Nómbrame en los resúmenes
name-me-not = No me nombres en los resúmenes
named-page =
    .yes = -# Los resúmenes pueden nombrarte entre quienes estuvieron.
    .no = -# Los resúmenes no te nombran.

## El resumen

recap-card =
    ## Eso fue { $title }
    -# { $when }
    .people = **Quiénes vinieron:** { $seats }
    .seat-mentor = { $count ->
        [one] un mentor
       *[other] { $count } mentores
    }
    .seat-mentee = { $count ->
        [one] un aprendiz
       *[other] { $count } aprendices
    }
    .named = Entre ellos: { $people }
    .uncertain = -# Estuve un rato sin conexión, así que puede faltar alguien. El anfitrión puede corregirlo.
    .prompts = **De qué hablamos:**
    .turns = **Turnos según el conductor:** mentores { $mentor }, aprendices { $mentee }
    .asks = ¿Estuviste? Dinos en tres toques cómo fue.
    .wait = -# Las sumas llegan aquí { $until }, si al menos { $least } personas tocaron.
    .sums = **Cómo fue** ({ $people } personas)
    .few = -# Tocaron menos de { $least } personas, así que no se muestran sumas.
recap-sum = { $question } sí { $yes } · algo { $somewhat } · no { $no }
recap-question-felt_heard = Se sintió escuchado:
recap-question-learned = Aprendió algo:
recap-question-meet_again = Volvería a verse:
notice-missed-again =
    # Una conversación volvió a fallar
    { $count } fechas seguidas no tuvieron lugar. Hay horas nuevas propuestas en el canal de conversaciones.

    ### Qué puedes hacer
    Pregunta a quienes dijeron que vendrían qué se lo impide. Quizá ayude otro día, otra hora o un paso más pequeño.
