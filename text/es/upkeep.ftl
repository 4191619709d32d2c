### Preparar un servidor, mantenerlo como debe estar y decir al equipo qué hay que arreglar.

## Nombres en el servidor

name-category-circles = Círculos
name-channel-welcome = bienvenida
    .topic = Aquí se saluda a quien llega.
name-channel-home = inicio
    .topic = Aquí entras en los círculos y ves tu lugar.
name-channel-steward-desk = mesa-del-equipo
    .topic = Solo para el equipo: qué hay que arreglar, y cómo.
name-channel-worldviews = visiones-del-mundo
    .topic =
        Aquí la gente explica cómo ve una parte de la vida, con sus propias palabras: el trabajo, el dinero, la familia, la fe. Nadie tiene que estar de acuerdo. Lo que cuenta es que te entiendan, y que puedas decir: sí, es eso.

        • Para leer: abre cualquier publicación. Las etiquetas dicen de qué trata.
        • Para explicar lo tuyo: abre la publicación de arriba y pulsa *Explicar mi visión del mundo*. La ves antes que nadie. También puedes escribir una publicación a mano.
        • Para escuchar: usa los botones de cada publicación. Primero pregunta. Luego di qué has entendido. Las respuestas pueden esperar.

        Trata bien a todos. No pongas nombres de personas que no están aquí.
name-channel-discussions = conversaciones
    .topic = Lo que viene: una tarjeta por cada conversación. Pulsa Voy, Quizá o No puedo debajo. Lo que se diga de ella va en su hilo.
name-channel-room = sala de conversación { $number }
name-role-host = Anfitrión
name-role-attendees = Asistentes de la sala { $number }
name-panel-guide = Empieza aquí: explica cómo ves el mundo
name-panel-index = Índice: visiones en reposo

upkeep-audit-reason = El servidor, como los círculos lo necesitan
upkeep-audit-reason-roles = Los roles siguen a la inscripción

## El plan

command-setup = Ver qué necesitan los círculos en este servidor, y prepararlo

upkeep-plan =
    # Preparar los círculos
    Este es el plan. Espera a que digas que sí.
    .waiting =
        # Te estoy esperando
        Lo que puedo hacer por mi cuenta está hecho.
    .needs-you = **Antes haces falta tú**
    .make = **Voy a crear**
    .adopt = **Voy a usar lo que ya hay**
    .mend = **Voy a arreglar**
    .left-alone = **No voy a tocar**
    .unchanged = **Todavía no ha cambiado nada.**

upkeep-thing-role = • los roles { $names }, sin ningún permiso
upkeep-thing-room = • los canales de voz { $names }: abiertos mientras hay una conversación, y nunca cerrados al equipo
upkeep-thing-category = • la categoría **{ $name }** para mis canales
upkeep-thing-channel = • el canal **#{ $name }**: { $purpose }
upkeep-thing-forum = • el foro **#{ $name }**, donde la gente explica cómo ve el mundo, con etiquetas para los temas { $topics }
upkeep-thing-tags = • las etiquetas en **#{ $name }**, una para cada tema
upkeep-thing-post = • la publicación **{ $title }** en **#{ $name }**
upkeep-thing-panel = • el panel en **#{ $name }**, con los botones para entrar
    .stewards = • el panel en **#{ $name }**, con los botones del equipo

upkeep-more = y { $count } más

upkeep-set-up = Preparar
upkeep-do-it = Hazlo
upkeep-not-now = Ahora no
upkeep-look-again = Mira otra vez

upkeep-not-now-card =
    # Ahora no
    No ha cambiado nada. Pulsa **Preparar** o escribe `/setup` cuando quieras.
upkeep-in-place =
    # Nada que hacer
    Los círculos tienen todo lo que necesitan en este servidor.
upkeep-done =
    # Todo está en su sitio
    Los círculos están abiertos: la gente ya puede entrar.
    .partly =
        # Todavía no está todo en su sitio
        He hecho lo que he podido.
    .needs-you = **Aquí haces falta tú.** Yo sigo por mi cuenta en cuanto esté arreglado.
upkeep-next = **Qué viene ahora:** la gente entra en { $home } y explica cómo ve el mundo en { $forum }. Yo saludo a quien llega en { $welcome }. Lo que necesite al equipo estará en { $desk }.
    .unfinished = **Qué viene ahora:** todavía falta una parte. Arregla lo que ves arriba y escribe otra vez `/setup`.
upkeep-waiting =
    # Una parte está hecha
    Discord me hace esperar. Sigo por mi cuenta dentro de { $minutes ->
        [one] un minuto
       *[other] unos { $minutes } minutos
    }. Tú no tienes que hacer nada.
upkeep-not-here =
    # No puedo ver este servidor
    Discord no me deja. No ha cambiado nada. Invítame otra vez, como bot, y luego escribe `/setup`.
upkeep-unreachable =
    # Discord no me ha contestado
    Lo que ya está hecho se queda como está. Pulsa **Mira otra vez** dentro de un minuto.

## El primer mensaje en un servidor

upkeep-invitation =
    # ¡Hola!
    Llevo círculos de mentoría inversa: grupos pequeños en los que la gente joven ayuda a la mayor a ver el mundo con sus ojos.

    Para empezar, alguien con el permiso *Gestionar servidor* pulsa **Preparar**. Antes de cambiar nada, te digo lo que haría.

## Lo que está arriba en el foro

guide-panel =
    # ¿Cómo ves el mundo?
    Aquí la gente explica cómo ve una parte de la vida, y los demás intentan entenderlo antes de contestar.

    1. **Explica.** Escribe lo que piensas y de dónde viene. Bastan unas frases. Lo ves antes que nadie.
    2. **Te preguntan.** Los demás preguntan para entender. Contestas a lo que quieras, y puedes pasar.
    3. **Te escuchan.** Alguien dice lo que ha entendido. Tú le dices si es eso.

    No tienes que estar de acuerdo con nadie, ni nadie contigo.
index-panel =
    # Visiones en reposo
    Si nadie escribe en una visión durante un tiempo, pasa al reposo, y esta lista guarda el camino hasta ella. Aquí solo escribo yo. Puedes leerlas y usar sus botones: así despiertan.

## Lo que hay que arreglar

upkeep-notice = ## Hay algo que arreglar
    .next = -# Sigo por mi cuenta en cuanto esté arreglado. No hace falta que me avises.
    .mended = ## Arreglado

upkeep-finding-missing-permission = • Me falta el permiso *{ $permission }*. Abre *Ajustes del servidor → Roles*, elige el rol **{ $mine }** y actívalo.
    .mended = Me faltaba un permiso. Ya lo tengo.
upkeep-finding-role-too-high = • No puedo dar todos los roles, porque el mío está demasiado abajo. Abre *Ajustes del servidor → Roles* y sube el rol **{ $mine }** por encima de **{ $role }**.
    .mended = Mi rol estaba demasiado abajo. Ya puedo dar todos los roles otra vez.
upkeep-finding-role-dangerous = • He dejado de dar el rol **{ $role }** porque puede hacer demasiado: *{ $permission }*. Abre *Ajustes del servidor → Roles*, elige **{ $role }** y quítale eso.
    .mended = Un rol podía hacer demasiado. Ya no, y lo doy otra vez.
upkeep-finding-refused = • Discord no me deja cuidar de **{ $thing }** (código { $code }). Mira que nada impida a mi rol verlo y gestionarlo. Luego escribe `/setup`.
    .mended = Discord me había cerrado algo. Ya está abierto.
upkeep-finding-full = • No hay sitio para **{ $thing }**: este servidor tiene tantos roles o canales como Discord permite (código { $code }). Borra uno que nadie use. Luego escribe `/setup`.
    .mended = No había sitio en este servidor. Ya lo hay.
upkeep-finding-no-forum = • Discord no deja que este servidor tenga el foro **{ $thing }** (código { $code }). Abre *Ajustes del servidor*, elige *Activar comunidad* y sigue los pasos. Luego escribe `/setup`. Mientras tanto, lo demás funciona.
    .mended = Este servidor no podía tener un foro. Ahora sí.
upkeep-finding-broken = • Discord no ha entendido qué quería yo con **{ $thing }** (código { $code }). Es un fallo mío: díselo a quien me lleva.
    .mended = Un fallo mío ya no está.
upkeep-finding-namesake = • el rol **{ $role }** que ya hay aquí. Puede hacer demasiado, o está por encima del mío. Creo uno propio con el mismo nombre.

upkeep-made-again = ## Lo he creado otra vez
    .next = Alguien lo borró, y los círculos lo necesitan. La gente tiene lo que tenía antes.

upkeep-in-view = ## Otra vez a la vista del equipo
    .next = Alguien había dejado fuera al equipo. Una conversación siempre está a su vista, así que os he vuelto a dejar entrar.

## Lo que no se ha podido hacer

upkeep-finding-job-dead = • No he podido { $what }. { $fix }
    .mended = Algo no se podía hacer. Ya está hecho.
upkeep-finding-job-expired = • No he podido { $what } a tiempo, y ahora quedaría raro. No tienes que hacer nada; unas palabras tuyas pueden venir bien.
upkeep-job-greeting = dar la bienvenida a alguien
upkeep-job-roles = dar sus roles a alguien
upkeep-job-erasure = quitar de este servidor lo último que queda de alguien que se borró
upkeep-job-notice-withdrawn = marcar un aviso como arreglado
upkeep-job-worldview = publicar una visión del mundo
upkeep-job-worldview-card = poner al día los botones de una visión del mundo
upkeep-job-worldview-open = abrir una visión del mundo a las palabras de todos
upkeep-job-worldview-withdrawn = quitar una visión del mundo que se retiró
upkeep-job-remark = publicar una pregunta, una respuesta o un comentario
upkeep-job-loop = publicar lo que alguien entendió
upkeep-job-loop-card = mostrar qué pasó al repetirlo
upkeep-job-shift = publicar un cambio de mirada
upkeep-job-report = traerte un aviso de alguien
upkeep-job-report-card = poner al día un aviso de alguien
upkeep-job-reveal = traerte una petición de saber quién escribió algo
upkeep-job-tending = cuidar el hilo de una visión del mundo
upkeep-job-rest = poner en reposo el hilo de una visión del mundo
upkeep-job-nudge = preguntar a alguien en el hilo de una visión del mundo
upkeep-job-threads = comparar el foro de visiones del mundo con lo que sé
upkeep-job-index-page = llevar el índice de visiones del mundo
upkeep-job-digest = publicar el resumen del mes
upkeep-job-prompt = publicar la siguiente pregunta de una conversación
upkeep-job-prompt-answer = publicar una respuesta a una pregunta
upkeep-job-week-prompt = publicar la pregunta de la semana
upkeep-job-date-card = mantener al día la tarjeta de una conversación
upkeep-job-date-event = mantener una conversación entre los eventos del servidor
upkeep-job-events = comparar los eventos del servidor con las conversaciones previstas
upkeep-job-date-open = abrir la sala de una conversación
upkeep-job-date-start = empezar una conversación
upkeep-job-date-close = cerrar la sala de una conversación
upkeep-job-date-reminder = recordar a la gente una conversación
upkeep-job-date-reminder-direct = recordar a alguien una conversación por mensaje directo
upkeep-job-date-reminder-hello = escribir a alguien que quiere mensajes directos
upkeep-job-date-told = decir a la gente qué pasa con una conversación
upkeep-job-date-afterwards = mirar atrás tras una conversación
upkeep-job-date-pulse = publicar las sumas de los tres toques
upkeep-job-time-poll = mantener al día una pregunta sobre horas
upkeep-job-conductor-panel = llevar el panel de una conversación
upkeep-job-conductor-turn = dar el turno a la persona siguiente
upkeep-job-conductor-status = mostrar en la sala de qué se habla
upkeep-job-date-interest = comparar quién tiene interés en una conversación
upkeep-job-date-offer = avisar a alguien de una plaza libre en una conversación
upkeep-job-date-offer-end = decir que la oferta de una plaza terminó
upkeep-job-date-offer-over = pasar una plaza libre de una conversación
upkeep-job-other = hacer algo que tocaba
upkeep-trouble-forbidden = Discord no me deja: mira que nada impida a mi rol ver los canales que creé, escribir en ellos y leer su historial. Luego escribe `/setup`.
upkeep-trouble-gone = Lo que hace falta ya no está. Escribe `/setup` para ver qué falta.
upkeep-trouble-version = Lo dejó otra versión mía y no sé leerlo. No se ha perdido nada: dile a quien me lleva que necesito la versión más nueva.
upkeep-trouble-fault = Es un fallo mío: díselo a quien me lleva. Lo intento otra vez en el próximo arranque.

## Permisos, como los llama Discord

permission-administrator = Administrador
permission-ban-members = Banear a miembros
permission-connect = Conectar
permission-create-events = Crear eventos
permission-create-public-threads = Crear hilos públicos
permission-deafen-members = Ensordecer miembros
permission-kick-members = Expulsar a miembros
permission-manage-channels = Gestionar canales
permission-manage-events = Gestionar eventos
permission-manage-guild = Gestionar servidor
permission-manage-guild-expressions = Gestionar expresiones
permission-manage-messages = Gestionar mensajes
permission-manage-nicknames = Gestionar apodos
permission-manage-roles = Gestionar roles
permission-manage-threads = Gestionar hilos
permission-manage-webhooks = Gestionar webhooks
permission-mention-everyone = Mencionar @everyone, @here y todos los roles
permission-moderate-members = Aislar temporalmente a miembros
permission-move-members = Mover miembros
permission-mute-members = Silenciar miembros
permission-pin-messages = Fijar mensajes
permission-read-message-history = Leer el historial de mensajes
permission-send-messages = Enviar mensajes
permission-send-messages-in-threads = Enviar mensajes en hilos
permission-set-voice-channel-status = Establecer estado del canal de voz
permission-view-audit-log = Ver el registro de auditoría
permission-view-channel = Ver canales
