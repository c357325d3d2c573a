// ASP.NET Core 9 or newer: its OpenID Connect handler pushes requests by itself. Needs your private key as key.pem.
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

var builder = WebApplication.CreateBuilder(args);
var ecdsa = ECDsa.Create();
ecdsa.ImportFromPem(File.ReadAllText("key.pem"));
var credentials = new SigningCredentials(new ECDsaSecurityKey(ecdsa) { KeyId = "${kid}" }, SecurityAlgorithms.EcdsaSha256);

string Assertion() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
{
    Issuer = "${client_id}",
    Audience = "${issuer}",
    Claims = new Dictionary<string, object> { ["sub"] = "${client_id}", ["jti"] = Guid.NewGuid().ToString() },
    Expires = DateTime.UtcNow.AddMinutes(1),
    SigningCredentials = credentials,
});
const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

builder.Services.AddAuthentication(options =>
{
    options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
    options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
}).AddCookie().AddOpenIdConnect(options =>
{
    options.Authority = "${issuer}";
    options.ClientId = "${client_id}";
    options.ResponseType = "code";
    options.ResponseMode = "query";
    options.CallbackPath = new Uri("${redirect_uri}").AbsolutePath;
    options.GetClaimsFromUserInfoEndpoint = true;
    options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Require;
    options.Scope.Clear();
    foreach (var scope in "${scope}".Split(' ')) options.Scope.Add(scope);
    options.Events.OnPushAuthorization = context =>
    {
        context.ProtocolMessage.ClientAssertionType = AssertionType;
        context.ProtocolMessage.ClientAssertion = Assertion();
        context.HandleClientAuthentication();
        return Task.CompletedTask;
    };
    options.Events.OnAuthorizationCodeReceived = context =>
    {
        context.TokenEndpointRequest!.ClientAssertionType = AssertionType;
        context.TokenEndpointRequest.ClientAssertion = Assertion();
        return Task.CompletedTask;
    };
});
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapGet("/", (HttpContext context) => context.User.Claims.Select(claim => $"{claim.Type}: {claim.Value}"))
    .RequireAuthorization();
app.Run();
