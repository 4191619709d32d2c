### Mis datos: ver, llevarse, borrar.

my-data = Mis datos

data-card =
    # Mis datos
    Esto es lo que se guarda sobre ti en esta comunidad:

    { $held }

    No se lee ni se guarda ningún mensaje tuyo. Tus propias frases se guardan cifradas.
data-none =
    # Mis datos
    No se guarda nada sobre ti en esta comunidad.
data-communities = • que preparaste esta comunidad
data-participants = • tu lugar: asiento, generación, fechas, idioma, zona horaria y tu línea sobre ti
data-greetings = • que se te dio la bienvenida y cuándo entraste en el servidor
data-jobs = • lo que aún tengo que hacer por ti, como darte tus roles; se borra en cuanto está hecho
data-person_keys = • la llave que cierra tus propias frases
data-erasures = • que pediste que se borrara todo; esto se va cuando se vaya el último rastro en Discord
data-traces = • qué mensajes míos sobre ti me falta quitar; cada uno se va cuando ya no está
data-off_limits = • los temas sobre los que prefieres que no te pregunten
data-drafts = • lo que has escrito y aún no has publicado
data-worldviews = • tus visiones del mundo, con tu lugar y tu generación de aquel día, y tu acuerdo para publicarlas
data-reveals = • que preguntaste, al organizar, quién escribió algo con seudónimo, y por qué
data-remarks = • tus preguntas, respuestas y comentarios en las visiones del mundo
data-loops = • lo que repetiste a alguien con tus palabras
data-verdicts = • lo que respondiste cuando alguien repitió tus palabras
data-approvals = • qué frases dejas entrar en el resumen del mes
data-shifts = • los cambios de mirada que diste, o que te dieron por tu nombre
data-reports = • lo que avisaste a quienes organizan
data-journal = • tu diario privado
data-nudges = • cuándo te pedí por tu nombre que escucharas
data-decks = • que añadiste una baraja de preguntas
data-conversation_people = • las conversaciones en las que estás
data-responses = • tus respuestas a preguntas, y cuáles dejaste pasar
data-discussions = • que diriges o planeaste una conversación
data-discussion_people = • a qué conversaciones te invitaron por tu nombre
data-plans = • las conversaciones que estás planeando y aún no has confirmado
data-templates = • que guardaste un plan para empezar
data-time_polls = • que preguntaste cuándo puede la gente
data-poll_votes = • a qué horas puedes
data-rsvps = • lo que dijiste de cada conversación: voy, quizá o no puedo
data-discussion_choices = • cómo quieres que te avise, y si un resumen puede nombrarte
data-feeds = • que tienes una dirección de calendario privada (no la dirección misma)
data-presences = • cuándo estuviste en una sala de conversación
data-attendance = • lo que un anfitrión corrigió sobre si viniste
data-runs = • que es tu turno de hablar
data-speaking = • tu lugar en el orden de palabra, y si tienes la mano levantada
data-turns = • tus turnos de palabra: cuándo, cuánto y cuáles pasaste
data-pulses = • tus tres toques después de una conversación
data-changes = • un cambio de una conversación que aún no has confirmado

data-download = Descargar una copia
data-erase = Borrarlo todo
data-copy =
    # Tus datos
    Aquí está todo lo que se guarda sobre ti en esta comunidad, en un archivo. Solo tú puedes verlo.

erase-card =
    # ¿Borrarlo todo?
    Tu lugar, tus ajustes y todo lo que escribiste aquí a través de mí desaparecerán para siempre. También tus roles y lo que publiqué por ti: tus visiones del mundo con sus hilos, tus preguntas y respuestas, y mi bienvenida. No se puede deshacer.

    Todavía no se ha borrado nada.
erase-yes = Sí, borrarlo todo
erase-no = No, conservarlo
erased-card =
    # Borrado
    Aquí ya no se guarda nada sobre ti, y tus roles se han ido. Las copias de seguridad se van cuando se renuevan.

    Puedes volver a entrar cuando quieras.
erased-but-roles =
    # Borrado
    Aquí ya no se guarda nada sobre ti. Todavía no he podido quitarte los roles, o algo que publiqué por ti: el equipo ya lo sabe, y lo volveré a intentar.
erased-roles-follow =
    # Borrado
    Ya no se guarda nada sobre ti aquí, salvo que aún tengo que quitar tus roles y lo que publiqué por ti. Lo hago por mi cuenta.
