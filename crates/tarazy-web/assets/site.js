// Everything works without this file. It only makes errors take the focus and the menu fold on a phone.
import { initAll } from "govuk-frontend.js";
document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
