### Los eventos de Discord y las salas en las que se conversa.

gathering-audit-reason = Los eventos del servidor, como se planean las conversaciones
gathering-event-hint = Di si vienes en { $channel }
gathering-cancelled-by-hand = Alguien la canceló en los eventos del servidor.
