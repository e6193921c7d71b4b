const form = document.querySelector("form");
const field = document.querySelector("#item");
const list = document.querySelector("#items");
const count = document.querySelector("#count");
