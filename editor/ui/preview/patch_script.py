"""The script that changes the previewed page, in a script world of the program's own.

It is called with the frame's HTML if that is new, the parts whose HTML is new, the order of all parts in each slot if
that is new, how far to scroll if that is decided, by what name an edit goes if it was one, and the part that was chosen
if one was. All happens before the browser paints again.

Elements that stay are kept: the browser remembers how high those are that it has not laid out, pictures do not flicker,
and the page stays where it was scrolled to.
"""

from __future__ import annotations

from editor.ui.preview.sight_script import KEEP_IN_SIGHT

_PATCH = """
((frame, changed, order, top, edited, chosen) => {
  const shown = globalThis.shown ??= new Map();
  const parts = new Set(shown.values());
  const useful = "title, style, link[rel=stylesheet], meta[name=color-scheme]:not([http-equiv])";
  const useless = "script, meta, base, iframe, frame, object, embed, link:not([rel=stylesheet]), template";

  const sync = (old, fresh) => {
    for (const {name} of Array.from(old.attributes)) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const {name, value} of Array.from(fresh.attributes)) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  };
  const grow = (old, fresh) => {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    sync(old, fresh);
    const before = Array.from(old.childNodes).filter(node => !parts.has(node)), after = Array.from(fresh.childNodes);
    const isAlike = before.length === after.length && before.every((node, n) => node.nodeName === after[n].nodeName);
    if (isAlike) before.forEach((node, n) => grow(node, after[n]));
    else old.replaceChildren(...after);
  };
  const readFrame = html => {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    fresh.head.replaceChildren(...fresh.head.querySelectorAll(useful));
    for (const element of fresh.body.querySelectorAll(useless)) element.remove();
    return fresh.documentElement;
  };
  const readPart = html => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const content = holder.content;
    for (const element of content.querySelectorAll(useless)) element.remove();
    for (const slot of content.querySelectorAll("[data-slot]")) slot.removeAttribute("data-slot");
    const notice = content.children.length > 1 && content.querySelector("aside[data-staff-notice]:first-child");
    if (notice) notice.remove();
    if (content.children.length === 1) {
      if (notice) content.firstElementChild.prepend(notice);
      return content.firstElementChild;
    }
    if (notice) content.prepend(notice);
    const whole = document.createElement("div");
    whole.append(content);
    return whole;
  };

KEEP_IN_SIGHT
  const places = [];
  const scrolled = frame === null ? null : window.scrollY;
  if (frame !== null) grow(document.documentElement, readFrame(frame));
  for (const [id, html] of changed) {
    const fresh = readPart(html), old = shown.get(id);
    fresh.dataset.part = id;
    if (edited) places.push({id, at: old ? changedAt(old.textContent, fresh.textContent) : -1});
    if (old && old.tagName === fresh.tagName) {
      sync(old, fresh);
      old.replaceChildren(...fresh.childNodes);
    } else {
      if (old) old.replaceWith(fresh);
      shown.set(id, fresh);
    }
  }
  if (order !== null) {
    const kept = new Set(order.flatMap(([slot, ids]) => ids));
    for (const [id, part] of shown) if (!kept.has(id)) {
      part.remove();
      shown.delete(id);
    }
    for (const [slot, ids] of order) {
      let place = document.querySelector(`[data-slot="${slot}"]`);
      for (const id of ids.reverse()) {
        const part = shown.get(id);
        if (!part) return "no part";
        if (!place) part.remove();
        else if (place.previousElementSibling !== part) place.before(part);
        if (place) place = part;
      }
    }
  }
  if (top !== null) window.scrollTo(0, top);
  else if (scrolled !== null && window.scrollY !== scrolled) window.scrollTo(0, scrolled);
  for (const place of places) place.part = shown.get(place.id);
  const seen = places.filter(({part}) => part?.isConnected), part = shown.get(chosen);
  if (seen.length) follow(edited, seen);
  else if (part?.isConnected) follow(`chosen ${chosen}`, [{id: chosen, part, at: -1, chosen: true}]);
  return "done";
})"""
PATCH = _PATCH.replace("KEEP_IN_SIGHT", KEEP_IN_SIGHT)
