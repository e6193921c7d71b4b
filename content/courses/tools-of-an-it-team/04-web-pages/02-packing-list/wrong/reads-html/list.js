const form = document.querySelector("form");
const field = document.querySelector("#item");
const list = document.querySelector("#items");
const count = document.querySelector("#count");

function showCount() {
  const things = list.children.length;
  count.textContent = things === 0 ? "Nothing yet" : things === 1 ? "1 thing" : `${things} things`;
}

function isListed(text) {
  return [...list.children].some((item) => item.textContent.toLowerCase() === text.toLowerCase());
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  field.value = "";
  if (text === "" || isListed(text)) return;
  const item = document.createElement("li");
  item.innerHTML = text;
  list.append(item);
  showCount();
});

list.addEventListener("click", (event) => {
  const item = event.target.closest("li");
  if (item === null) return;
  item.remove();
  showCount();
});
