// Reads the QR of a certificate with the camera, or from a photo, on the device itself; all works without this file.
(() => {
  "use strict";
  const box = document.querySelector("[data-scan]");
  if (!box || !("BarcodeDetector" in window)) return;
  const code = document.getElementById("id_code");
  const told = box.querySelector("[data-scan-told]");
  const view = box.querySelector("[data-scan-view]");
  const start = box.querySelector("[data-scan-start]");
  const photo = document.getElementById("id_photo");
  let detector;
  let stream;
  let video;

  const accept = (text) => { stop(); code.value = text; code.form.requestSubmit(); };
  const stop = () => {
    if (stream) stream.getTracks().forEach((track) => track.stop());
    stream = undefined;
    if (video) video.remove();
    view.hidden = true;
    start.hidden = false;
  };
  const look = async () => {
    if (!stream) return;
    try {
      const found = await detector.detect(video);
      if (stream && found.length) return accept(found[0].rawValue);
    } catch { /* the first picture is not there yet */ }
    setTimeout(look, 200);
  };
  const begin = async () => {
    told.textContent = "";
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      told.textContent = box.dataset.denied;
      return;
    }
    video = document.createElement("video");
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    view.prepend(video);
    view.hidden = false;
    start.hidden = true;
    told.textContent = box.dataset.hold;
    await video.play();
    look();
  };

  const prepare = async () => {
    const formats = await BarcodeDetector.getSupportedFormats();
    if (!formats.includes("qr_code")) return;
    detector = new BarcodeDetector({ formats: ["qr_code"] });
    if (navigator.mediaDevices) {
      box.hidden = false;
      start.addEventListener("click", begin);
      box.querySelector("[data-scan-stop]").addEventListener("click", () => { stop(); told.textContent = ""; start.focus(); });
      addEventListener("pagehide", stop);
    }
    // A photo that can be read here is not sent at all.
    photo?.form.addEventListener("submit", async (event) => {
      if (!photo.files.length) return;
      event.preventDefault();
      try {
        const found = await detector.detect(await createImageBitmap(photo.files[0]));
        if (found.length) return accept(found[0].rawValue);
      } catch { /* a kind of picture that only the server opens */ }
      photo.form.submit();
    });
  };
  prepare();
})();
