// Tells that something new came to what stands open; nothing moves until somebody asks for it.
"use strict";
for (const news of document.querySelectorAll("[data-nieuws]")) {
    const stream = new EventSource(news.dataset.nieuws);
    stream.addEventListener("nieuw", () => {
        stream.close();
        news.append(news.querySelector("template").content.cloneNode(true));
    });
}
