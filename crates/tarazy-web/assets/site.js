// Everything works without this file. It only makes errors take the focus, the menu fold on a phone, and a button not be pressed twice.
import { Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink, createAll } from "govuk-frontend.js";
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const parts = [Button, Checkboxes, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink];
// What a radio asks further is opened by the style sheet: the library's script would call the radio «expanded», which no radio can be.
if (!CSS.supports("selector(:has(*))")) parts.push(Radios);
for (const part of parts) createAll(part);
