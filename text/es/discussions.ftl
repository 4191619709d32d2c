### Conversaciones: planeadas, cambiadas, canceladas.

discussions-panel =
    # Conversaciones
    Nos reunimos por voz y hablamos de una cosa. Puedes venir solo a escuchar.

    Cada una de las que vienen tiene su tarjeta abajo. Pulsa **Voy**, **Quizá** o **No puedo** debajo. Puedes cambiar de idea cuando quieras.

## Cuando algo no puede ser

refusal-no-title =
    ### Le falta un nombre
    Aún no se ha planeado nada. Dale unas palabras, como *¿Cómo envejecemos?*
refusal-too-long-title =
    ### Ese nombre es demasiado largo
    Puede tener { $most } letras, y el tuyo tiene { $length }. Aún no se ha planeado nada. Acórtalo y di lo demás en la descripción.
refusal-too-short-to-talk =
    ### Es muy corta
    Una conversación dura al menos { $least } minutos. Aún no se ha planeado nada.
refusal-too-long-to-talk =
    ### Es muy larga
    Una conversación dura como mucho { $most } horas. Aún no se ha planeado nada. Planea dos, o una serie.
refusal-too-soon =
    ### Esa hora ya pasó
    Aún no se ha planeado nada. Di una hora que esté por venir, como *mañana a las 19*.
refusal-too-far =
    ### Falta muchísimo
    Planeo hasta dos años por adelantado. Aún no se ha planeado nada.
refusal-rooms-taken =
    ### Entonces no queda ninguna sala
    Otras conversaciones las necesitan a esa hora. Aún no se ha planeado nada. Elige otra hora.
refusal-date-gone =
    ### Esta ya pasó
    Terminó, o se canceló. No se ha cambiado nada. Mira en el canal de conversaciones lo que viene.
