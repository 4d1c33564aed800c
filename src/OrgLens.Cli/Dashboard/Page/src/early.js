import { asked } from "./address.js";

// Asks for the answers of the sheet that the address names, long before the page itself can: they are on their way while it loads.
const answer = fetch("/api/visuals", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked()) });
answer.catch(() => {});
globalThis.early = { hash: location.hash, answer };
