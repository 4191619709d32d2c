### Calendarios: direcciones para seguir, y archivos.

calendar-name =
    .mine = Mis conversaciones
    .ours = Conversaciones

calendar-mine = Mi calendario
calendar-ours = Calendario común
calendar-new = Dirección nueva
calendar-take-back = Retirarla
calendar-file = Como archivo
calendar-add = A mi calendario
calendar-series = Todas las fechas

calendar-holds =
    .mine = a lo que vas, quizá vas, llevas tú, o te llaman por tu nombre
    .ours = toda conversación abierta a todos
calendar-made =
    # Tu dirección
    Da esta dirección a tu calendario:
    ```
    { $address }
    ```
    Así muestra { $what }, y sigue cada cambio por sí solo.

    Por favor, **guárdala para ti.** Quien la tenga puede leer todo eso. Solo la muestro ahora, y no puedo volver a mostrarla.
calendar-how =
    • **Google Calendar**: en un ordenador, pulsa *+* junto a *Otros calendarios*, luego *Desde URL*.
    • **Apple**: *Calendario → Archivo → Nueva suscripción*.
    • **Outlook**: *Agregar calendario → Suscribirse desde la web*.
    Casi todos miran cada pocas horas. Un cambio tardío te llega antes aquí.
calendar-kept =
    # Tu calendario
    Tienes una dirección desde el { $made }. Muestra { $what }.

    No guardo copia, así que no puedo volver a mostrarla. Si se perdió, o la tiene otra persona, pulsa **Dirección nueva**: la vieja deja de servir al momento. **Retirarla** también la corta, y te quedas sin ninguna.
calendar-taken-back =
    # Retirada
    La dirección ya no muestra nada a nadie. Tu calendario puede guardar lo que leyó: quítala también allí.

    Puedes tener otra cuando quieras.
calendar-file-card =
    # Como archivo
    Ábrelo, y tu calendario toma lo que contiene. No sigue los cambios: vuelve a por otro.
calendar-no-address-mine =
    # Tu calendario
    Aquí tienes a lo que vas, como archivo. Ábrelo, y tu calendario lo toma.

    No sigue los cambios: vuelve a por otro. Quien me lleva no me ha dado un lugar en la web, y hace falta para tener una dirección que seguir.
calendar-no-address-ours =
    # El calendario común
    Aquí está toda conversación abierta a todos, como archivo. Puedes pasarlo a otros.

    No sigue los cambios. Para una dirección que sí los siga, quien me lleva tiene que poner `CALENDAR_URL`.
calendar-add-card =
    # Para tu calendario
    Abre este archivo, y tu calendario toma la fecha. No sigue los cambios. Con esto no has dicho que vas: para eso pulsa **Voy**.
calendar-series-card =
    # Para tu calendario
    Todas las fechas de esta conversación. Abre el archivo, y tu calendario las toma. No sigue los cambios.
