// Starts Swagger UI on our own document; a file of its own, because the page allows no inline script.
window.addEventListener("load", () => {
  window.SwaggerUIBundle({
    url: "/api/openapi.json",
    dom_id: "#docs",
    deepLinking: true,
    docExpansion: "none",
    filter: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    persistAuthorization: false,
  });
});
