import { asked } from "./address.js";
import { post } from "./post.js";

// Asks for the answers of the sheet that the address names, long before the page itself can: they are on their way while it loads.
const answer = post("/api/visuals", asked());
answer.catch(() => {});
globalThis.early = { hash: location.hash, answer };
