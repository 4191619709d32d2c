### Reminders of what somebody said they would come to.

## In the thread of a date

reminding-begins =
    ## { $title }
    Empieza { $relative }: { $full }.
reminding-where = Nos vemos en { $room }. [La tarjeta]({ $card }) dice de qué se trata, y allí aún puedes cambiar de idea.
    .card = [La tarjeta]({ $card }) dice de qué se trata, y allí aún puedes cambiar de idea.
reminding-late = -# Esto llega tarde: estuve fuera.

## By direct message

reminding-hello =
    ## Funciona
    Desde ahora te recuerdo aquí las conversaciones a las que vienes. Nadie más lo ve.
reminding-direct-end = -# Para cambiarlo, pulsa **Mis avisos** en [el canal de conversaciones]({ $here }).

## How somebody wants to be reminded

reminding-choose = Mis avisos
reminding-thread = En el hilo
reminding-direct = Por mensaje directo
reminding-none = Sin avisos
reminding-choice =
    # Mis avisos
    Cuando pulsas **Voy**, te aviso antes de que empiece.

    { $how }
reminding-way-thread = **Ahora:** te llamo por tu nombre en el hilo de la conversación. Solo llamo a quienes vienen.
reminding-way-direct = **Ahora:** te escribo por mensaje directo. Nadie más lo ve.
reminding-way-none = **Ahora:** no te aviso. Las tarjetas dicen cuándo empieza cada cosa.
reminding-now =
    .closed = **Ahora:** tus mensajes están cerrados para mí, así que te llamo en el hilo. Para abrirlos, busca *Privacidad* en los ajustes de este servidor y permite los mensajes directos. Luego pulsa otra vez **Por mensaje directo**.
reminding-chosen-thread = **Guardado.** Desde ahora te llamo en el hilo.
reminding-chosen-direct = **Guardado.** Te envío ahora un primer mensaje. Si no llega, tus mensajes están cerrados para mí: entonces te llamo en el hilo.
reminding-chosen-none = **Guardado.** Ya no te aviso.
