// Everything works without this file. It only makes errors take the focus, the menu fold on a phone, and a button not be pressed twice.
import { Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink, createAll } from "govuk-frontend.js";
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const parts = [Button, Checkboxes, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink];
// What a radio asks further is opened by the style sheet: the library's script would call the radio «expanded», which no radio can be.
if (!CSS.supports("selector(:has(*))")) parts.push(Radios);
for (const part of parts) createAll(part);
// While somebody words a page of the law otherwise, it is reviewed whenever they pause. What they wrote is only in the form.
for (const form of document.querySelectorAll("form[data-live]")) {
  const name = form.dataset.live;
  let pause, latest = 0;
  const refresh = async () => {
    const own = ++latest;
    try {
      const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (own !== latest) return;
      for (const id of [name, `${name}-said`]) {
        const fresh = page.getElementById(id);
        if (fresh) document.getElementById(id).replaceChildren(...fresh.childNodes);
      }
    } catch {
      // The button is still there.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(refresh, 600);
  });
}
