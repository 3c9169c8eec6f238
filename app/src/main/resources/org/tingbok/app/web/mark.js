// Words of a document marked with the mouse or the keyboard, and the form that says what they claim. Without this script the
// words are copied into a field, and the form shows all slots.
'use strict';

const text = document.querySelector('.text[data-mark]');
if (text) {
  marking(text, document.querySelector('.marker'));
}
const form = document.querySelector('form.mark');
if (form) {
  fitting(form);
}

function marking(text, marker) {
  const places = [];
  const shown = marker.querySelector('.places');
  document.querySelector('.adding .keys')?.removeAttribute('hidden');

  // Characters of a paragraph before a point of it, numbers of claims left out.
  function offset(paragraph, node, at) {
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, at);
    const part = range.cloneContents();
    part.querySelectorAll('sup').forEach(number => number.remove());
    return part.textContent.length;
  }

  // What is selected, paragraph by paragraph.
  function selected() {
    const selection = getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) {
      return [];
    }
    const range = selection.getRangeAt(0);
    const found = [];
    for (const paragraph of text.querySelectorAll('p[data-p]')) {
      if (!range.intersectsNode(paragraph)) {
        continue;
      }
      const from = paragraph.contains(range.startContainer)
        ? offset(paragraph, range.startContainer, range.startOffset) : 0;
      const to = paragraph.contains(range.endContainer) ? offset(paragraph, range.endContainer, range.endOffset)
        : offset(paragraph, paragraph, paragraph.childNodes.length);
      if (to > from) {
        found.push(paragraph.dataset.p + ':' + from + '-' + to);
      }
    }
    return found;
  }

  function show() {
    marker.hidden = selected().length === 0 && places.length === 0;
    shown.textContent = places.length === 0 ? '' : places.length + (places.length === 1 ? ' place kept' : ' places kept');
  }

  function add() {
    const all = [...new Set([...places, ...selected()])];
    if (all.length > 0) {
      location.assign(text.dataset.mark + '?' + all.map(place => 'at=' + encodeURIComponent(place)).join('&'));
    }
  }

  marker.addEventListener('pointerdown', event => event.preventDefault());
  marker.addEventListener('click', event => {
    const what = event.target.dataset.do;
    if (what === 'add') {
      add();
    } else if (what === 'more') {
      selected().filter(place => !places.includes(place)).forEach(place => places.push(place));
      getSelection().removeAllRanges();
      show();
    }
  });
  document.addEventListener('selectionchange', show);
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select, button')) {
      return;
    }
    const selection = getSelection();
    if (event.key === 'm') {
      const first = [...text.querySelectorAll('p[data-p]')].find(one => one.getBoundingClientRect().bottom > 80
        && one.checkVisibility());
      if (first) {
        text.tabIndex = -1;
        text.focus({preventScroll: true});
        selection.setPosition(first, 0);
        selection.modify('extend', 'forward', 'word');
      }
    } else if (document.activeElement === text && /^Arrow(Left|Right|Up|Down)$/.test(event.key)) {
      const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 'forward' : 'backward';
      const unit = event.key === 'ArrowRight' || event.key === 'ArrowLeft' ? 'word' : 'line';
      if (event.shiftKey) {
        selection.modify('extend', forward, unit);
      } else {
        selection.modify('move', forward, unit);
        selection.modify('extend', 'forward', 'word');
      }
    } else if (document.activeElement === text && event.key === 'Enter') {
      add();
    } else if (document.activeElement === text && event.key === 'Escape') {
      selection.removeAllRanges();
      places.length = 0;
      show();
    } else {
      return;
    }
    event.preventDefault();
  });
}

// Shows the slots that the chosen type has, and keeps who adds.
function fitting(form) {
  const type = form.elements.namedItem('type');
  const by = form.elements.namedItem('by');
  by.value = by.value || (localStorage.getItem('by') ?? '');
  form.addEventListener('submit', () => localStorage.setItem('by', by.value));
  function fit() {
    for (const label of form.querySelectorAll('label[data-of]')) {
      const has = label.dataset.of.split(' ').includes(type.value);
      label.hidden = !has;
      label.querySelectorAll('input, select').forEach(field => { field.disabled = !has; });
    }
  }
  type.addEventListener('change', fit);
  fit();
}
