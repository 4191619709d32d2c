### Los eventos de Discord y las salas en las que se conversa.

gathering-audit-reason = Los eventos del servidor, como se planean las conversaciones
gathering-event-hint = Di si vienes en { $channel }
gathering-cancelled-by-hand = Alguien la canceló en los eventos del servidor.

## Para quien lleva una conversación

gathering-open-now = Abrir la sala ahora
gathering-opened =
    ### La sala se abre
    Quien viene puede entrar en unos segundos.
gathering-end-now = Terminarla ahora
gathering-ended =
    ### Se acabó
    La sala se cierra. No se echa a nadie: quien siga dentro puede despedirse.

refusal-too-early-to-open =
    ### Es demasiado pronto
    La sala sigue cerrada. Puedes abrirla { $hours ->
        [one] una hora
       *[other] { $hours } horas
    } antes del comienzo. Diez minutos antes se abre sola.
refusal-not-begun =
    ### No ha empezado
    No ha cambiado nada. Si no debe celebrarse, cancélala con *Más* debajo de su tarjeta.
