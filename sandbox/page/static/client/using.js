// Using what stands in a message: buttons, and putting away what only you see.

import { onClick, tell, use } from "./doing.js";

onClick({
  press: ({ dataset: { channel, message, component } }) => (
    use("press", `${message}:${component}`, { channel, message, component: Number(component) })),
  dismiss: ({ dataset: { channel, message } }) => tell("dismiss", { channel, message }),
});
