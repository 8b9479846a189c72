// Starts Swagger UI on the contract of all services. People log in through the client named here; the demo users of the
// embedded issuer are also clients of their own name.
window.onload = () => {
  const ui = SwaggerUIBundle({
    url: "../openapi.json",
    dom_id: "#swagger-ui",
    deepLinking: true,
    tryItOutEnabled: true,
    persistAuthorization: false,
    presets: [SwaggerUIBundle.presets.apis],
    validatorUrl: null,
  });
  ui.initOAuth({ appName: "Bookstore", clientId: "bookstore-web", usePkceWithAuthorizationCodeGrant: true });
};
