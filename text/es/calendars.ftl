### Calendarios: direcciones para seguir, y archivos.

calendar-name =
    .mine = Mis conversaciones
    .ours = Conversaciones
