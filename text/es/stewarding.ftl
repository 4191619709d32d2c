### El panel del equipo: de qué habla una comunidad, y cómo.

stewarding-panel =
    # Para el equipo
    Aquí decides de qué habla la gente, y cómo. Cada botón muestra primero cómo está ahora. Nada cambia hasta que lo digas.
stewarding-topics = Temas
stewarding-window = Tiempo de escucha
stewarding-names = Nombres ocultos
stewarding-coach = Ayuda al responder
stewarding-week = Pregunta de la semana
stewarding-on = **sí**
stewarding-off = **no**

## Temas

topics-card =
    # Temas
    Cada visión del mundo trata de uno o más de estos temas. En el foro son las etiquetas, en este orden.
    { $topics }
topics-edit = Cambiar los temas
topics-form = Temas
    .names = Un tema por línea
    .hint = Hasta 20, de 20 letras cada uno. Un nombre cambiado en su sitio conserva lo publicado.
topics-saved = **Guardado.** Ahora pongo al día las etiquetas del foro. Tarda unos segundos.
topics-new = Nuevo: { $names }
topics-renamed = Con otro nombre: { $names }. Lo publicado sigue ahí.
topics-gone = Ya no está: { $names }. Lo publicado se queda, sin esa etiqueta.
topics-typed =
    Esto es lo que has escrito, para copiarlo:
    { $typed }
refusal-no-topics = **No hay ningún tema en la lista.** No ha cambiado nada. Hace falta al menos uno: pulsa el botón y escribe uno por línea.
refusal-too-many-topics = **Son { $count } temas, y en un foro caben { $most }.** No ha cambiado nada. Pulsa el botón y quita algunos.
refusal-topic-too-long = **"{ $name }" es muy largo.** Un tema puede tener { $most } letras. No ha cambiado nada. Pulsa el botón y busca un nombre más corto.
refusal-topic-twice = **"{ $name }" está dos veces.** No ha cambiado nada. Pulsa el botón y quita uno.

## El tiempo de escucha

window-card =
    # Tiempo de escucha
    Cuando alguien publica una visión del mundo, durante un tiempo la gente solo pregunta y dice lo que ha entendido. Después todos pueden contestar. Quien lo ha entendido bien puede contestar antes.
    Ahora: **{ $now }**
window-hours = { $hours ->
        [0] Sin espera: todos pueden contestar enseguida
       *[other] { $hours } horas
    }
window-choose = Elige cuánto tiempo
window-saved = **Guardado.** Vale para lo que se publique desde ahora. Lo que ya está sigue con el tiempo que tenía.

## Nombres ocultos

stewarding-names-card =
    # Nombres ocultos
    Con esto, la gente puede publicar una visión del mundo con un nombre inventado. Ahora se puede: { $now }.

    Antes de decir que sí, ten claro lo que no puede hacer:
    - En un círculo pequeño, el estilo y los hechos dicen quién es.
    - Quien me lleva, con mi base de datos y su clave, puede saber quién fue.
    - Dos personas del equipo juntas también: una lo pide y dice por qué, otra lo confirma. Es para casos de daño, y queda anotado quiénes fueron.
stewarding-names-on = Permitir nombres inventados
stewarding-names-off = No permitirlos más
stewarding-names-saved-on = **Guardado.** Desde ahora la gente puede elegir un nombre inventado al publicar. Di a todos lo que no puede hacer.
stewarding-names-saved-off = **Guardado.** Desde ahora se publica con el nombre propio. Lo que ya está sigue con el suyo.

## La ayuda al responder

stewarding-coach-card =
    # Ayuda al responder
    Antes de publicar una respuesta que solo dice que no, ofrezco dos maneras de empezarla. Se puede publicar tal cual. Miro las palabras aquí, no pregunto a nadie más y no guardo nada. Ahora ayudo: { $now }.
stewarding-coach-on = Que ayude
stewarding-coach-off = Que no ayude
stewarding-coach-saved-on = **Guardado.** Desde la próxima respuesta ofrezco ayuda donde puede servir.
stewarding-coach-saved-off = **Guardado.** Desde ahora las respuestas se publican tal cual.

## La pregunta de la semana

week-card =
    # Pregunta de la semana
    Una vez por semana hago una pregunta a todos, y contesta quien quiere.
    { $now }
week-none = Ahora no hay ninguna.
week-every = Cada { $day } a las **{ $time }**, por los relojes de { $zone }. La próxima llega el { $next }, { $how_soon }. Eso lo ves según tu propio reloj.
week-set = Elegir día y hora
week-off = Sin pregunta de la semana
week-form = Pregunta de la semana
    .day = ¿Qué día?
    .time = ¿A qué hora?
    .time-hint = Por ejemplo 18:00
    .city = ¿Por los relojes de qué ciudad?
    .city-hint = Si lo dejas vacío, sigue { $zone }. Solo guardo la zona horaria.
week-saved = **Guardado.** Así queda ahora.
week-several = **Guardado, menos una cosa.** Conozco varios lugares llamados **{ $city }**. Elige el tuyo, o deja la zona horaria como está abajo.
week-choose = Elige la ciudad
week-saved-off = **Guardado.** No habrá pregunta de la semana. Las que ya están se quedan.
refusal-bad-time = **No entiendo esa hora.** No ha cambiado nada. Pulsa el botón y escríbela así: 18:00.
weekday-0 = lunes
weekday-1 = martes
weekday-2 = miércoles
weekday-3 = jueves
weekday-4 = viernes
weekday-5 = sábado
weekday-6 = domingo
