### Quién vino a una conversación.

who-came = Quién vino
who-came-correct = Corregir algo
who-came-card =
    # Quién vino
    { $title }, { $when }
    .nobody = Nadie por ahora.
    .more = …y { $count } más.
    .unsure = -# Donde dice «quizá», no se pudo oír a Discord durante un rato. Si sabes más, pulsa **Corregir algo**.
who-came-line =
    .sure = { $who } · { $minutes } min
    .perhaps = { $who } · { $minutes } min, quizá { $most } más
    .maybe = { $who } · quizá estuvo, { $most } min como mucho
    .moment = { $who } · solo un momento
    .away = { $who } · no estuvo
    .came-late = llegó tarde
    .left-early = se fue antes
    .corrected = corregido por un anfitrión
who-came-form = Corregir algo
    .person = ¿De quién se trata?
    .what = ¿Qué es lo correcto?
    .came = Estuvo
    .away = No estuvo
    .minutes = ¿Cuántos minutos?
    .hint = Déjalo vacío para guardar los minutos que se vieron.
who-came-corrected =
    ### Está corregido
    Lo que dijiste de { $who } queda guardado, y la lista de abajo lo muestra. No se avisó a nadie.

refusal-bad-minutes =
    ### Eso no es un número de minutos
    No se cambió nada. Escribe un número de 0 a { $most }, o deja el campo vacío para guardar los minutos que se vieron.
