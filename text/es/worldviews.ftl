### Visiones del mundo: lo que alguien explica, y qué se puede hacer con ello.

## Negativas

refusal-nothing-said = **El formulario estaba vacío.** No se guardó ni se publicó nada. Pulsa el botón y escribe al menos en una de las cuatro casillas.
refusal-topics-needed = **Elige de uno a { $most } temas.** Lo que escribiste está guardado, y no se publicó nada. Pulsa el botón y elige.
refusal-worldview-gone = **Esta visión del mundo ya no está.** Quien la escribió la retiró, o alguien la borró. Lo que escribiste tú está guardado en *Mis visiones del mundo*.
refusal-not-author = **Solo puede hacerlo quien escribió esta visión del mundo.** No se cambió nada.
refusal-own-worldview = **Esta visión del mundo es tuya.** Este botón es para quienes la escuchan. No se cambió nada.
