"""The part of the page's script that scrolls: what is edited or chosen comes into sight, and only if it is not.

Whoever scrolls the page himself is not pulled back: not before he edits at another place, or has that place in sight.
Sizes are in CSS pixels.
"""

from __future__ import annotations

KEEP_IN_SIGHT = """
  const sight = globalThis.sight ??= (() => {
    const now = {away: false, what: "", id: "", at: 0};
    for (const hand of ["wheel", "keydown", "mousedown", "touchmove"]) {
      addEventListener(hand, () => { now.away = true; }, {capture: true, passive: true});
    }
    return now;
  })();
  const head = 96, least = 40, near = 300;

  const changedAt = (before, after) => {
    if (before === after) return -1;
    const most = Math.min(before.length, after.length);
    let start = 0, end = 0;
    while (start < most && before[start] === after[start]) start++;
    while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
    return Math.max(after.length - 1 - end, 0);
  };
  const boxOf = ({part, at}) => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let left = at; left >= 0 && texts.nextNode(); left -= texts.currentNode.length) {
      if (left >= texts.currentNode.length) continue;
      const letter = document.createRange();
      letter.setStart(texts.currentNode, left);
      letter.setEnd(texts.currentNode, left + 1);
      const box = letter.getBoundingClientRect();
      if (box.height) return box;
      break;
    }
    return part.getBoundingClientRect();
  };
  const isSeen = place => {
    const {top, bottom} = boxOf(place);
    if (place.at < 0 && !place.chosen) return bottom > least && top < innerHeight - least;
    return top >= 0 && Math.min(bottom, top + head) <= innerHeight;
  };
  const bring = (place, again) => {
    if (!place.part.isConnected || isSeen(place)) return;
    const {top, height} = boxOf(place);
    scrollBy({top: top - Math.max(16, (innerHeight - height) / 3), behavior: "instant"});
    // What comes into sight is laid out only now, and may be higher than it was taken for.
    if (again) requestAnimationFrame(() => { if (!sight.away) bring(place, again - 1); });
  };
  const follow = (what, places) => {
    const seen = places.find(isSeen), place = seen ?? places[0];
    if (!place) return;
    const {id, at} = place;
    const isElsewhere = what !== sight.what || id !== sight.id || Math.abs(at - sight.at) > near;
    Object.assign(sight, {what, id, at}, seen || isElsewhere ? {away: false} : {});
    if (!sight.away) bring(place, 3);
  };
"""
"""Goes inside the script that changes the page. `follow` has the first of the places of an edit seen, unless one is."""

WORDS_AT = """
((x, y) => {
  const caret = document.caretRangeFromPoint(x, y), under = document.elementFromPoint(x, y);
  const node = caret?.startContainer, at = caret?.startOffset;
  if (!under || node?.nodeType !== Node.TEXT_NODE || !under.contains(node)) return null;
  const within = document.createRange();
  const isOn = letter => {
    within.setStart(node, Math.max(letter, 0));
    within.setEnd(node, Math.min(letter + 1, node.length));
    const {top, bottom, height} = within.getBoundingClientRect();
    return height > 0 && y >= top - 4 && y <= bottom + 4;
  };
  if (![at - 1, at].some(isOn) || node.parentElement.closest("[data-staff-notice]")) return null;
  for (const [id, part] of globalThis.shown ?? []) if (part.contains(node)) {
    within.selectNodeContents(part);
    within.setEnd(node, at);
    const before = within.toString().slice(-400);
    within.selectNodeContents(part);
    within.setStart(node, at);
    const link = node.parentElement.closest("a[href]");
    return JSON.stringify([id, before, within.toString().slice(0, 400), link ? String(link.href) : ""]);
  }
  return null;
})"""
"""The part of the page, its words before and behind a place in the window, and the address of the link that is there:
as JSON, since lists do not come back from a script world of one's own. Null where there is no text of a part.

Which part it is stands in the script's own list, never in what the page says of itself.
"""
