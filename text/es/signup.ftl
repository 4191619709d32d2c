### Entrar en los círculos y el lugar de cada persona.

## Nombres que también llevan los roles

seat-mentor = Mentor
seat-mentee = Aprendiz
seat-both = Mentor y aprendiz
generation-gen-z = Generación Z
generation-millennial = Millennial
generation-gen-x = Generación X
generation-boomer = Boomer
generation-silent = Generación Silenciosa

## El panel de inicio y la bienvenida

home-panel =
    # Círculos de mentoría inversa
    Grupos pequeños en los que la gente joven ayuda a la mayor a ver el mundo con sus ojos. No hace falta estar de acuerdo para entender.

    Pulsa **Entrar en los círculos** para empezar. Lleva un minuto. No se publica nada en tu nombre, y puedes cambiar o irte cuando quieras.

greeting-new =
    ## ¡Te damos la bienvenida, { $person }!
    Qué bien que estés aquí. En esta comunidad, gente de distintas edades explica cómo ve el mundo.

    ¿Quieres participar? Pulsa **Entrar en los círculos**. Lleva un minuto y no se publica nada en tu nombre.
greeting-back =
    ## ¡Qué bien verte de nuevo, { $person }!
    Te hemos guardado el sitio. Pulsa **Mi lugar** para verlo o cambiarlo.
greeting-several =
    ## ¡Os damos la bienvenida, { $people }!
    Qué bien que estéis aquí. En esta comunidad, gente de distintas edades explica cómo ve el mundo.

    ¿Queréis participar? Pulsad **Entrar en los círculos**. Si ya estuvisteis aquí, pulsad **Mi lugar**: se os ha guardado.

join = Entrar en los círculos
my-place = Mi lugar
how-this-works = Cómo funciona

how-card =
    # Cómo funciona
    1. **Entras.** Dices dónde quieres sentarte y de qué generación eres.
    2. **Os encontráis.** El equipo forma círculos pequeños: de tres a seis personas, unas jóvenes y otras mayores.
    3. **Escuchas.** Las jóvenes explican cómo ven el mundo. Las mayores preguntan y repiten lo que han oído.

    No se trata de estar de acuerdo. Se trata de poder decir: *no hace falta que esté de acuerdo para entender, y ahora entiendo.*

    -# El equipo puede ver todos los círculos. No hay salas privadas de dos personas. Puedes irte cuando quieras.

## El formulario de entrada

join-form = Entrar en los círculos
    .seat = ¿Dónde quieres sentarte?
    .generation = Tu generación
    .generation-hint = Solo se guarda su nombre, nunca tu fecha de nacimiento.
    .adult = Tengo 18 años o más
    .agreed = Escucharé y seré amable
    .agreed-hint = Escucho para entender, hablo por mí, y lo que oigo en un círculo se queda allí.
seat-option-mentor = Puedo ser mentor
    .hint = Explico cómo veo yo el mundo.
seat-option-mentee = Quiero entender
    .hint = Escucho y pregunto.
seat-option-both = Las dos cosas
    .hint = En unos círculos una cosa, en otros la otra.
generation-option = { $name } · de { NUMBER($first, useGrouping: 0) } a { NUMBER($last, useGrouping: 0) }

joined-card =
    # Ya estás dentro
    Te sientas como **{ $seat }** y tu generación es **{ $generation }**. Tus roles aparecen junto a tu nombre en un momento.

    ### Qué viene ahora
    El equipo escribirá aquí cuando se formen los círculos. Hasta entonces, abre el foro con las visiones del mundo: explica cómo ves el mundo, o pregunta a alguien por la suya.

    -# No se ha publicado nada en tu nombre.
roles-in-line =
    ### Tus roles llegan luego
    { $ahead ->
        [0] Llegan en un momento. No tienes que hacer nada: tu sitio está a salvo.
        [one] Hay una persona delante de ti. No tienes que hacer nada: tu sitio está a salvo.
        [100] Hay cien personas o más delante de ti, porque Discord solo me deja hacer unas pocas a la vez. No tienes que hacer nada: tu sitio está a salvo.
       *[other] Hay { $ahead } personas delante de ti, porque Discord solo me deja hacer unas pocas a la vez. No tienes que hacer nada: tu sitio está a salvo.
    }
roles-wait =
    ### Falta una cosa
    No he podido darte todos tus roles. No tienes que hacer nada: el equipo ya sabe cómo arreglarlo, y tu sitio está seguro.

refusal-not-adult = **Los círculos son para personas de 18 años o más.** No se ha guardado nada. Si tienes 18, pulsa el botón y marca la casilla.
refusal-not-agreed = **Marca que escucharás y serás amable.** Es la única regla de los círculos. No se ha guardado nada.
refusal-unknown-generation = **Esta generación ya no está en la lista.** No ha cambiado nada. Pulsa el botón y elige otra vez.
refusal-already-taking-part = **Ya estás dentro.** No ha cambiado nada. Pulsa *Mi lugar* para verlo o cambiarlo.
refusal-not-taking-part = **Ahora mismo no estás en los círculos.** No ha cambiado nada. Pulsa *Entrar en los círculos* para entrar.

## Mi lugar

place-card =
    # Mi lugar
    - **Asiento:** { $seat }
    - **Generación:** { $generation }
    - **Ahora:** { $standing }
    - **Mi hora:** { $zone }
    - **Idioma del bot:** { $language }
    - **Temas vedados:** { $topics }
    - **Sobre mí:** { $about }
standing-taking-part = participas desde el { $since }
standing-paused = en pausa
standing-paused-until = en pausa hasta el { $until }
zone-none = sin elegir
zone-now = { $zone }, donde ahora son las { $time }
language-as-discord = como en tu Discord
about-none = todavía nada

place-none =
    # Mi lugar
    Todavía no estás en los círculos. Pulsa **Entrar en los círculos**: lleva un minuto y no se publica nada en tu nombre.
place-left =
    # Mi lugar
    Dejaste los círculos el { $left }. Tus ajustes siguen guardados, así que volver es rellenar un formulario corto.

change-seat = Cambiar asiento o generación
about-me = Sobre mí
my-time = Mi zona horaria
my-language = Idioma
pause = Tomar un descanso
resume = Volver ya
leave = Dejar los círculos
back = Atrás

change-form = Cambiar asiento o generación
changed-note = **Guardado.** Ahora te sientas como **{ $seat }** y tu generación es **{ $generation }**.

about-form = Sobre mí
    .line = Una línea sobre ti
    .hint = Tu círculo la verá cuando tengas uno. Ahora no se publica nada. Déjala vacía para quitarla.
about-saved = **Guardado.** Solo tú puedes verla hasta que estés en un círculo.
refusal-too-long = **Son { $length } caracteres y { $most } es lo máximo.** No se ha guardado nada. Pulsa el botón y acórtalo.

pause-form = Tomar un descanso
    .length = ¿Cuánto tiempo?
    .hint = Conservas tu sitio y tus roles, y no entras en círculos nuevos.
pause-option-two-weeks = Dos semanas
pause-option-month = Un mes
pause-option-three-months = Tres meses
pause-option-open = Hasta que yo vuelva
paused-note = **Estás en un descanso.** Te guardamos el sitio. Pulsa *Volver ya* cuando quieras.
resumed-note = **Qué bien tenerte de vuelta.** Vuelves a participar.
refusal-bad-date = **Ese día ya ha pasado.** No ha cambiado nada. Pulsa el botón y elige otra vez.

leave-card =
    # ¿Dejar los círculos?
    Se te quitarán los roles y no entrarás en círculos. Tus ajustes se guardan para que puedas volver.

    Todavía no ha cambiado nada.
leave-yes = Sí, dejarlos
leave-no = No, me quedo
left-note = **Has dejado los círculos.** Se te están quitando los roles. Puedes volver cuando quieras.

## Idioma y zona horaria

language-card =
    # Idioma
    ¿En qué idioma quieres que te hable? Solo cambian mis respuestas a ti.
language-choose = Elige un idioma
language-saved = **Guardado.** Desde ahora te hablo en español.
language-saved-discord = **Guardado.** Desde ahora te hablo en el idioma de tu Discord.

zone-form = Mi zona horaria
    .city = Una ciudad cercana
    .hint = Solo se guarda la zona horaria, no la ciudad. Por ejemplo: Sevilla, São Paulo, Lima
zone-found =
    # ¿Es esta tu hora?
    En **{ $city }** ahora son las **{ $time }**.

    Todavía no ha cambiado nada.
zone-yes = Sí, esta es mi hora
zone-again = Probar otra ciudad
zone-several =
    # ¿Cuál es?
    Conozco varios lugares llamados **{ $city }**. Elige el tuyo. Todavía no ha cambiado nada.
zone-choose = Elige tu ciudad
zone-saved = **Guardado.** Las fechas se mostrarán en tu hora.
refusal-unknown-city = **No conozco ninguna ciudad llamada "{ $city }".** No ha cambiado nada. Pulsa el botón y prueba una ciudad más grande cerca de ti.
refusal-unknown-time-zone = **No conozco esa zona horaria.** No ha cambiado nada. Pulsa el botón y prueba una ciudad más grande cerca de ti.

## Comandos, para quien los prefiera

command-my-place = Ver y cambiar tu lugar en los círculos
command-time-zone = Elegir tu zona horaria por una ciudad cercana
command-time-zone-city = Una ciudad cercana
