// Puts a button beside each citation that copies it. Without scripts the text can be selected as it stands.
'use strict';
if (navigator.clipboard) {
  for (const text of document.querySelectorAll('.cite pre')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy ' + text.getAttribute('aria-label'));
    button.addEventListener('click', () => navigator.clipboard.writeText(text.textContent).then(
      () => { button.textContent = 'Copied'; },
      () => { getSelection().selectAllChildren(text); button.textContent = 'Press Ctrl+C'; }));
    text.before(button);
  }
}
