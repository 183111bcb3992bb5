// Was die Website der Musterstadt beweglich macht; ohne JavaScript ist alles sichtbar.
document.documentElement.classList.add("js");

function toggle(button, panel, open) {
  button.setAttribute("aria-expanded", String(open));
  panel.classList.toggle("open", open);
}

for (const button of document.querySelectorAll("[aria-expanded][aria-controls]")) {
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    if (button.classList.contains("stop-button")) {
      for (const other of document.querySelectorAll('.stop-button[aria-expanded="true"]')) {
        toggle(other, document.getElementById(other.getAttribute("aria-controls")), false);
      }
    }
    toggle(button, panel, open);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const button of document.querySelectorAll('.stop-button[aria-expanded="true"]')) {
    toggle(button, document.getElementById(button.getAttribute("aria-controls")), false);
    button.focus();
  }
});

for (const list of document.querySelectorAll('[role="tablist"]')) {
  const tabs = [...list.querySelectorAll('[role="tab"]')];
  const show = (chosen) => {
    for (const tab of tabs) {
      const selected = tab === chosen;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !selected;
    }
  };
  list.addEventListener("click", (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (tab) show(tab);
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    show(next);
    next.focus();
  });
}

// Ein Verweis auf einen zugeklappten oder verdeckten Abschnitt öffnet ihn.
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.tagName === "DETAILS") target.open = true;
  if (target.getAttribute("role") === "tabpanel") document.querySelector(`[aria-controls="${target.id}"]`).click();
}
addEventListener("hashchange", reveal);
reveal();

const banner = document.getElementById("cookie-banner");
if (banner) {
  banner.hidden = sessionStorage.getItem("cookies") !== null;
  banner.addEventListener("click", (event) => {
    if (!event.target.dataset.cookies) return;
    sessionStorage.setItem("cookies", event.target.dataset.cookies);
    banner.hidden = true;
  });
}

document.addEventListener("click", (event) => {
  const action = event.target.dataset?.action;
  if (action === "print") print();
  if (action === "listen" && "speechSynthesis" in window) {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const speech = new SpeechSynthesisUtterance(document.querySelector("main").innerText);
    speech.lang = document.documentElement.lang;
    speechSynthesis.speak(speech);
  }
  if (action === "feedback") {
    const thanks = document.createElement("p");
    thanks.textContent = document.documentElement.lang === "en" ? "Thank you!" : "Vielen Dank!";
    thanks.tabIndex = -1;
    event.target.closest("form").replaceChildren(thanks);
    thanks.focus();
  }
});
