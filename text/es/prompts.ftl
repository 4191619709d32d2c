### Preguntas: para una persona, para todos en el foro, de la semana, y las barajas del equipo.

## Para una persona

prompt-give = Dame una pregunta
prompt-pass = Paso
prompt-answer-in-forum = Responder en el foro

prompt-given =
    ## { $prompt }
    { $depth }

    Solo tú puedes ver esto, y no se ha publicado nada. Responde en el foro, explica con ella tu visión del mundo, o pasa. Nadie te pregunta por qué pasas.
prompt-again = Ya has tenido todas las preguntas que hay. A partir de ahora vuelven a salir.

depth-1 = **Cálida:** se responde en un minuto.
depth-2 = **Personal:** sobre lo que elegiste y lo que cambió.
depth-3 = **Profunda:** tómate tu tiempo.

## El formulario y la vista previa

prompt-form = Responder a una pregunta
    .answer = Tu respuesta
    .answer-hint = Un momento tuyo dice más que una opinión. Todavía no se publica nada.
prompt-preview =
    # Así se vería
    Léelo una vez más. **Todavía no se ha publicado nada.** Pulsa **Publicar**, o cámbialo.

    ### { $prompt }
prompt-post-it = Publicar
prompt-change = Cambiarlo

prompt-answered = **Tu respuesta está en el foro.** Aquí está: { $link }
prompt-answer-follows = **Tu respuesta está guardada.** Saldrá en el foro en un momento. No tienes que hacer nada.
prompt-answer-waits = **Tu respuesta está guardada, y todavía no se ha publicado.** Algo va mal en este servidor, y el equipo lo sabe. Se publica cuando lo arregle. No tienes que hacer nada.
prompt-thread-gone = **Tu respuesta está guardada, pero no se publicó.** Alguien borró o cerró esta conversación mientras tanto. Tus palabras están en *Mis datos*.

## En el foro

prompt-post = -# Una pregunta para todos
prompt-post-next = -# La siguiente pregunta
prompt-post-week = -# La pregunta de la semana
prompt-asked =
    ## { $prompt }
    { $depth }

    Todos pueden responder. También puedes pasar: nadie pregunta por qué, y nadie ve quién pasó. Con una cosa o la otra entras en esta conversación. Cuando todos los que están en ella han respondido o pasado, puede ir más hondo.
prompt-removed = Esta pregunta ya no está en su baraja. Pulsa **Siguiente pregunta** para ver otra.
prompt-title = Pregunta: { $prompt }
prompt-title-week = Pregunta de la semana: { $prompt }

prompt-answer = { $person } responde:
prompt-answer-late =
    { $person } responde a una pregunta anterior:
    -# { $prompt }

prompt-answer-it = Responder
prompt-next = Siguiente pregunta

prompt-passed = **Has pasado.** Nadie lo ve, y nadie pregunta por qué. Ya estás en esta conversación, y todavía puedes responder más tarde.
prompt-next-stands = **Ya está la siguiente pregunta.** Aquí está: { $link }
prompt-next-was-there = **La siguiente pregunta ya estaba.** No se cambió nada. Aquí está: { $link }
prompt-next-follows = **La siguiente pregunta está en camino.** Saldrá en este hilo en un momento.

## Las barajas del equipo

decks = Barajas
decks-card =
    # Barajas de preguntas
    Una baraja tiene preguntas de tres clases: cálidas, personales y profundas. Ninguna sale dos veces antes de que hayan salido todas.
deck-line = • **{ $title }** ({ $language }): { $warm } cálidas, { $personal } personales, { $deep } profundas. Viene con el bot.
deck-line-own = • **{ $title }** ({ $language }): { $warm } cálidas, { $personal } personales, { $deep } profundas. Es vuestra.

deck-add = Añadir una baraja
deck-format = Ver el formato
deck-format-card =
    # Cómo es una baraja
    Abre este archivo con cualquier editor de texto. Pon tus propias preguntas, guárdalo y pulsa **Añadir una baraja**. Si algo no está bien, te digo qué es, y no se guarda nada.
deck-form = Añadir una baraja
    .file = El archivo de tu baraja
    .file-hint = Un archivo de texto, de 256 kB como mucho. Sustituye a la de la misma clave y lengua.
deck-added = **{ $title } está guardada.** Tiene { $warm } preguntas cálidas, { $personal } personales y { $deep } profundas en «{ $language }». Salen desde ahora.

deck-choose = Quitar una de vuestras barajas
deck-remove-card =
    # ¿Quitar { $title } ({ $language })?
    Sigue ahí: **todavía no se ha quitado nada.** Tiene { $warm } preguntas cálidas, { $personal } personales y { $deep } profundas. Ya no saldrían más. Lo que se respondió se queda donde está.
deck-remove = Sí, quitarla
deck-keep = No, dejarla
deck-removed = **La baraja está quitada.** Sus preguntas ya no salen. Lo que se respondió se queda donde está.

deck-problems =
    # Antes hay que arreglar esta baraja
    Leí tu archivo, y **no se guardó nada.** Arregla esto en tu archivo y vuelve a pulsar **Añadir una baraja**:
deck-problems-more = { $count ->
    [one] Y una cosa más, que verás cuando arregles estas.
   *[other] Y { $count } cosas más, que verás cuando arregles estas.
}

deck-problem-too-big = El archivo es muy grande. Una baraja puede tener { $most } kB. Haz dos barajas con él.
deck-problem-not-utf8 = No puedo leer este texto. Guárdalo como texto sin formato (UTF-8) y prueba otra vez.
deck-problem-not-toml = No puedo leer la línea { $line }. Compárala, y también la de antes, con el ejemplo de **Ver el formato**.
deck-problem-unknown-field = «{ $field }» no significa nada aquí. Quítalo, o corrige cómo está escrito.
deck-problem-no-key = Falta la clave. Añade una línea como: key = "dia-perfecto"
deck-problem-bad-key = «{ $key }» no puede ser una clave. Usa letras pequeñas de la a a la z, cifras y guiones sueltos, { $most } como mucho.
deck-problem-no-language = Falta la lengua. Añade una línea como: language = "es". Hablo { $known }.
deck-problem-unknown-language = «{ $language }» es una lengua que no hablo. Hablo { $known }.
deck-problem-no-title = Falta el título. Añade una línea como: title = "Tardes en el porche"
deck-problem-no-prompts = No hay preguntas. Escribe [[prompts]] y debajo sus líneas para cada una.
deck-problem-too-many = Hay { $count } preguntas, y una baraja puede tener { $most }. Haz dos barajas con ellas.
deck-problem-not-a-prompt = Esto no es una pregunta. Escribe [[prompts]] y debajo sus líneas.
deck-problem-bad-depth = Falta el número de «depth», o no vale. Escribe depth = 1 para cálida, 2 para personal, 3 para profunda.
deck-problem-bad-topics = Los temas son una lista. Escribe topics = ["work"], o topics = [] si no tiene.
deck-problem-unknown-topic = «{ $topic }» no es un tema de esta comunidad. Toma uno de estos: { $known }.
deck-problem-no-text = Falta el texto. Añade una línea como: text = "Describe tu día perfecto."
deck-problem-too-long = El { $field } tiene { $length } letras. Déjalo en { $most }.
deck-problem-duplicate-key = Esta clave está dos veces. Pon otra en una de las dos.
deck-problem-duplicate-text = Dice lo mismo que { $other }. Quita una de las dos.
deck-problem-missing-prompt = Falta en «{ $language }». Cada lengua de una baraja tiene las mismas preguntas.
deck-problem-other-depth = En «{ $language }» tiene depth = { $depth }. Es la misma en todas las lenguas.
deck-problem-other-topics = En «{ $language }» sus temas son: { $topics }. Son los mismos en todas las lenguas.
deck-problem-shipped-key = La clave «{ $key }» es de una baraja que viene con el bot. Pon otra en la tuya.
deck-problem-too-many-decks = Ya tenéis { $most } barajas, y no caben más. Quita una antes.

## Negativas

refusal-no-prompts = **Ahora mismo no hay ninguna pregunta para ti.** Cada una es sobre un tema que has dejado fuera. No se cambió nada. Pulsa *Mi lugar* y después *Temas vedados* para dejar entrar alguno.
refusal-no-prompts-here = **No hay más preguntas para esta conversación.** Cada una es sobre un tema que alguien aquí ha dejado fuera. No se cambió nada. Podéis seguir hablando de las de arriba.
refusal-answer-needed = **Tu respuesta no tiene palabras.** No se guardó ni se publicó nada. Pulsa el botón de la pregunta y escribe algunas.
refusal-answered-already = **Esta ya la has respondido.** Tu respuesta se queda, y no se cambió nada.
refusal-conversation-gone = **Esta pregunta ya no está.** No se cambió ni se publicó nada. Pulsa *Dame una pregunta* al principio del foro para ver otra.
refusal-conversation-closed = **El equipo ha cerrado esta conversación.** No se cambió ni se publicó nada. Todavía puedes leer lo que hay aquí.
refusal-not-in-conversation = **Primero responde a esta pregunta, o pasa.** Así entras en esta conversación, y puedes pedir la siguiente. No se cambió nada.
refusal-still-thinking = { $count ->
    [one] **Una persona todavía lo está pensando.** Va más hondo cuando todos aquí han respondido o pasado. No se cambió nada. Prueba más tarde.
   *[other] **{ $count } personas todavía lo están pensando.** Va más hondo cuando todos aquí han respondido o pasado. No se cambió nada. Prueba más tarde.
}
refusal-no-deck-file = **No había ningún archivo.** No se guardó nada. Pulsa *Añadir una baraja* y elige el archivo.
refusal-deck-too-big = **El archivo es muy grande.** No se guardó nada. Una baraja puede tener { $most } kB. Haz dos con él y añade cada una.
refusal-deck-not-read = **Discord no me dio el archivo.** No se guardó nada. Pulsa *Añadir una baraja* y prueba otra vez.
