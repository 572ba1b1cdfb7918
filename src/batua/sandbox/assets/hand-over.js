// The browser goes on by itself; the button is for browsers without scripts.
document.forms[0].submit()
