### Conversaciones: planeadas, cambiadas, canceladas.

discussions-panel =
    # Conversaciones
    Nos reunimos por voz y hablamos de una cosa. Puedes venir solo a escuchar.

    Cada una de las que vienen tiene su tarjeta abajo. Pulsa **Voy**, **Quizá** o **No puedo** debajo. Puedes cambiar de idea cuando quieras.

## Para quienes cuidan la comunidad

clocks-changed =
    ## Una zona horaria tiene reglas nuevas
    Los relojes de *{ $zone }* mostrarán otra cosa que la que se sabía. { $dates ->
        [one] Una fecha que viene conserva su hora en el reloj.
       *[other] { $dates } fechas que vienen conservan su hora en el reloj.
    }
    La más próxima era el { $before }, y ahora es el { $after }. La tarjeta, el evento y los avisos la siguen. No tienes que hacer nada. Si la hora nueva no conviene, cambia la fecha.

## Cuando algo no puede ser

refusal-no-title =
    ### Le falta un nombre
    No se planeó ni cambió nada. Dale unas palabras, como *¿Cómo envejecemos?*
refusal-too-long-title =
    ### Ese nombre es demasiado largo
    Puede tener { $most } letras, y el tuyo tiene { $length }. No se planeó ni cambió nada. Acórtalo y di lo demás en la descripción.
refusal-too-short-to-talk =
    ### Es muy corta
    Una conversación dura al menos { $least } minutos. No se planeó ni cambió nada.
refusal-too-long-to-talk =
    ### Es muy larga
    Una conversación dura como mucho { $most } horas. No se planeó ni cambió nada. Planea dos, o una serie.
refusal-too-soon =
    ### Esa hora ya pasó
    No se planeó ni cambió nada. Di una hora que esté por venir, como *mañana a las 19*.
refusal-unclear-time =
    ### No he entendido cuándo
    No se planeó ni cambió nada. Dilo como una de estas: *el próximo viernes a las 7 pm* · *mañana 18h* · *dentro de 2 horas* · *28 de marzo de 2027 18:00*
refusal-no-time-of-day =
    ### ¿A qué hora?
    Sé qué día quieres, pero no a qué hora. No se planeó ni cambió nada. Añádela, como en *viernes 19:00* o *28 de marzo a las 7 pm*.
refusal-morning-or-evening =
    ### ¿Por la mañana o por la tarde?
    Las { $hour } llegan dos veces al día. No se planeó ni cambió nada. Di *{ $hour } am* o *{ $hour } pm*.
refusal-month-or-day =
    ### ¿Qué número es el mes?
    Unas personas ponen primero el día, otras el mes. No se planeó ni cambió nada. Escribe el mes con letras, como en *3 de abril 18h*.
refusal-wrong-weekday =
    ### El día y la fecha no son lo mismo
    Esa fecha cae en otro día de la semana. No se planeó ni cambió nada. Compruébala, y quita una de las dos.
refusal-strange-zone =
    ### No conozco esa zona horaria
    No se planeó ni cambió nada. Déjala fuera, y tomo la tuya. O nómbrala por su gran ciudad, como en *18:00 Europe/Madrid*.
refusal-too-far =
    ### Falta muchísimo
    Planeo hasta dos años por adelantado. No se planeó ni cambió nada.
refusal-rooms-taken =
    ### Entonces no queda ninguna sala
    Otras conversaciones las necesitan a esa hora. No se planeó ni cambió nada. Elige otra hora.
refusal-date-gone =
    ### Esta ya pasó
    Terminó, o se canceló. No se ha cambiado nada. Mira en el canal de conversaciones lo que viene.
refusal-not-a-planner =
    ### Aquí planean otras personas
    { $who ->
        [hosts] En esta comunidad planean los anfitriones y quienes la cuidan. Si quieres dirigir una conversación, pide el rol *Anfitrión*.
       *[stewards] En esta comunidad planean quienes la cuidan. Cuéntales de qué te gustaría hablar.
    }
    No se ha cambiado nada.
refusal-not-the-host =
    ### Eso es para quien la dirige
    Solo puede hacerlo quien dirige esta conversación, o quien cuida la comunidad. No se ha cambiado nada. Escríbele en su hilo.
