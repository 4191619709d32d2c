### Conversaciones: cambiadas, movidas, saltadas, canceladas.

## Lo que se dice a quienes van

date-told-moved =
    ### { $title } cambia de hora
    Era el { $before }. Ahora es el **{ $after }**, { $soon }.

    Guardas tu plaza. Si entonces no puedes, pulsa **No puedo** en su tarjeta.
date-told-cancelled =
    ### { $title } se cancela
    Iba a ser el { $before }. Nadie tiene que venir.
date-told-skipped =
    ### { $title } no se hace esta vez
    No hay nada el { $before }. Las otras fechas siguen como están.
date-told-restored =
    ### { $title } se hace al final
    Es el **{ $after }**, { $soon }. Quien iba a venir guarda su plaza.
date-told-who = -# Para { $names }

## Cuando algo no puede ser

refusal-underway =
    ### Ya ha empezado
    Su sala está abierta, así que no se cambió nada. Ahora solo se puede cancelar: pulsa **Más** en su tarjeta y luego **Cancelar**.
refusal-changed-meanwhile =
    ### Alguien la cambió mientras tanto
    Lo que querías no se hizo, para no perder nada de lo suyo. Mira cómo está ahora y prueba otra vez si aún quieres.
refusal-not-in-series =
    ### Es la única fecha
    No hay otras fechas, así que no se puede saltar. No se cambió nada. Puedes moverla o cancelarla.
refusal-nothing-to-change =
    ### Ya es así
    Lo que pides es como está ahora. No se cambió nada y no se avisó a nadie.
