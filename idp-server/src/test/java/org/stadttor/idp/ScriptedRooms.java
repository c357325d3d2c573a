// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.authorization.PendingAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizationGoneException;
import org.stadttor.idp.authorization.PendingAuthorizations;
import org.stadttor.idp.citizen.Citizen;
import org.stadttor.idp.citizen.CitizenNotIdentifiableException;
import org.stadttor.idp.citizen.IdentifyCitizen;
import org.stadttor.idp.relyingparty.AttributeEntitlement;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.CollectResult;
import org.stadttor.wallet.presentation.PresentationId;
import org.stadttor.wallet.presentation.PresentationOutcome;
import org.stadttor.wallet.presentation.PresentationRequest;
import org.stadttor.wallet.presentation.PresentationStatus;
import org.stadttor.wallet.presentation.RotateRequestHandle;
import org.stadttor.wallet.presentation.StartPresentation;
import org.stadttor.wallet.presentation.StartedPresentation;

/**
 * The rooms beside the login room, in whatever state a test needs them, so that each page can be seen in each of its
 * states. The login room itself, its database and its web server are real.
 */
public final class ScriptedRooms {

    public static final String HANDLE = "bG9naW4taGFuZGxlLTEyMw";
    public static final ClientId PORTAL = new ClientId("musterstadt");

    public final Map<PresentationId, PresentationStatus> status = new ConcurrentHashMap<>();
    public final Map<PresentationId, PresentationOutcome> outcomes = new ConcurrentHashMap<>();
    public final Map<String, PresentationId> responseCodes = new ConcurrentHashMap<>();
    public final List<PresentationRequest> started = new ArrayList<>();
    public final List<PresentationId> startedIds = new ArrayList<>();
    public volatile @Nullable BrowserBinding owner;
    public volatile Instant expiresAt = Instant.now().plusSeconds(300);
    public volatile Instant latestExpiry = Instant.now().plusSeconds(1800);
    public volatile List<Locale> uiLocales = List.of();
    public volatile CitizenNotIdentifiableException.@Nullable Reason notIdentifiable;
    public volatile boolean live = true;
    public volatile int rotations;
    public volatile @Nullable String ended;

    /** The presentation that was started last. */
    public PresentationId latest() {
        return startedIds.getLast();
    }

    /** Forgets everything, for the next test. */
    public void reset(BrowserBinding browser) {
        status.clear();
        outcomes.clear();
        responseCodes.clear();
        started.clear();
        startedIds.clear();
        owner = browser;
        expiresAt = Instant.now().plusSeconds(300);
        latestExpiry = Instant.now().plusSeconds(1800);
        uiLocales = List.of();
        notIdentifiable = null;
        live = true;
        rotations = 0;
        ended = null;
    }

    private boolean owns(BrowserBinding browser) {
        BrowserBinding mine = owner;
        return mine != null && mine.cookieValue().equals(browser.cookieValue());
    }

    private PendingAuthorization pending() {
        return new PendingAuthorization(
                HANDLE,
                PORTAL,
                EnumSet.of(
                        PidAttribute.FAMILY_NAME,
                        PidAttribute.GIVEN_NAME,
                        PidAttribute.BIRTHDATE,
                        PidAttribute.ADDRESS),
                uiLocales,
                expiresAt,
                latestExpiry);
    }

    private Optional<PendingAuthorization> find(String handle, BrowserBinding browser) {
        return ended == null && HANDLE.equals(handle) && owns(browser) ? Optional.of(pending()) : Optional.empty();
    }

    @Bean
    @Primary
    PendingAuthorizations scriptedPendings() {
        return new PendingAuthorizations() {
            @Override
            public Optional<PendingAuthorization> find(String handle, BrowserBinding browser) {
                return ScriptedRooms.this.find(handle, browser);
            }

            @Override
            public Optional<PendingAuthorization> extend(String handle, BrowserBinding browser) {
                expiresAt = expiresAt.plusSeconds(300);
                return find(handle, browser);
            }
        };
    }

    @Bean
    @Primary
    CompleteAuthorization scriptedCompletion() {
        return new CompleteAuthorization() {
            @Override
            public URI succeed(String handle, BrowserBinding browser, Citizen citizen) {
                return end(handle, browser, "code=c0de");
            }

            @Override
            public URI fail(String handle, BrowserBinding browser, String errorCode) {
                return end(handle, browser, "error=" + errorCode);
            }
        };
    }

    private URI end(String handle, BrowserBinding browser, String query) {
        if (find(handle, browser).isEmpty()) {
            throw new PendingAuthorizationGoneException();
        }
        ended = query;
        return URI.create("https://portal.example/callback?" + query + "&state=s&iss=x");
    }

    @Bean
    @Primary
    IdentifyCitizen scriptedIdentification() {
        return (person, relyingParty) -> {
            CitizenNotIdentifiableException.Reason reason = notIdentifiable;
            if (reason != null) {
                throw new CitizenNotIdentifiableException(reason);
            }
            return new Citizen("subject", person, Instant.now());
        };
    }

    @Bean
    @Primary
    RelyingParties scriptedRelyingParties() {
        return clientId -> live && PORTAL.equals(clientId) ? Optional.of(portal()) : Optional.empty();
    }

    private static RelyingParty portal() {
        return new RelyingParty(
                PORTAL,
                Map.of("de", "Serviceportal Musterstadt", "en", "Musterstadt service portal"),
                List.of(URI.create("https://portal.example/callback")),
                new RelyingParty.Keys.Inline(new JWKSet()),
                "portal.example",
                RelyingParty.Matching.ACCOUNT,
                List.of(
                        entitled(PidAttribute.FAMILY_NAME, true, "Damit wir Ihren Antrag Ihnen zuordnen können.", null),
                        entitled(PidAttribute.GIVEN_NAME, true, "Damit wir Ihren Antrag Ihnen zuordnen können.", null),
                        entitled(
                                PidAttribute.BIRTHDATE,
                                true,
                                "Um Personen gleichen Namens zu unterscheiden.",
                                "To tell people of the same name apart."),
                        entitled(
                                PidAttribute.ADDRESS,
                                false,
                                "Um Formulare vorauszufüllen und Ihnen Bescheide zuzustellen.",
                                "To fill in forms and to send you decisions by post."),
                        entitled(PidAttribute.TITLE, false, "Wird hier nicht abgefragt.", null)),
                URI.create("https://portal.example/datenschutz"));
    }

    private static AttributeEntitlement entitled(
            PidAttribute attribute, boolean mandatory, String german, @Nullable String english) {
        return new AttributeEntitlement(
                attribute, english == null ? Map.of("de", german) : Map.of("de", german, "en", english), mandatory);
    }

    @Bean
    @Primary
    StartPresentation scriptedStart() {
        return (request, browser) -> {
            PresentationId id = new PresentationId(UUID.randomUUID());
            started.add(request);
            startedIds.add(id);
            status.put(id, PresentationStatus.WAITING);
            return presentation(id, 0);
        };
    }

    private static StartedPresentation presentation(PresentationId id, int rotation) {
        return new StartedPresentation(
                id,
                "x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk",
                URI.create("https://login.example/wallet/request/" + id.value() + "-" + rotation),
                Instant.now().plus(Duration.ofMinutes(5)));
    }

    @Bean
    @Primary
    RotateRequestHandle scriptedRotation() {
        return (id, browser) -> {
            if (!owns(browser) || status.get(id) != PresentationStatus.WAITING) {
                return Optional.empty();
            }
            rotations++;
            return Optional.of(presentation(id, rotations));
        };
    }

    @Bean
    @Primary
    CollectResult scriptedCollection() {
        return new CollectResult() {
            @Override
            public PresentationStatus status(PresentationId id, BrowserBinding browser) {
                return owns(browser) ? status.getOrDefault(id, PresentationStatus.GONE) : PresentationStatus.GONE;
            }

            @Override
            public PresentationOutcome collectByResponseCode(String responseCode, BrowserBinding browser) {
                PresentationId id = responseCodes.get(responseCode);
                return id == null || !owns(browser) ? new PresentationOutcome.NothingToCollect() : take(id);
            }

            @Override
            public PresentationOutcome collectByPolling(PresentationId id, BrowserBinding browser) {
                boolean sameDevice =
                        started.get(startedIds.indexOf(id)).flow() == org.stadttor.wallet.presentation.Flow.SAME_DEVICE;
                if (!owns(browser) || (sameDevice && outcomes.get(id) instanceof PresentationOutcome.Identified)) {
                    return new PresentationOutcome.NothingToCollect();
                }
                return take(id);
            }
        };
    }

    private PresentationOutcome take(PresentationId id) {
        PresentationOutcome outcome = outcomes.remove(id);
        if (outcome == null) {
            return new PresentationOutcome.NothingToCollect();
        }
        status.put(id, PresentationStatus.GONE);
        return outcome;
    }

    /** The wallet has answered, and every check has passed. */
    public void answer(PresentationId id, CredentialIssuer issuer) {
        status.put(id, PresentationStatus.ANSWERED);
        outcomes.put(id, new PresentationOutcome.Identified(id, new PersonIdentification(Map.of(), issuer)));
        responseCodes.put("code-of-" + id, id);
    }

    /** The wallet's answer was refused. */
    public void refuse(PresentationId id, String reasonCode) {
        status.put(id, PresentationStatus.FAILED);
        outcomes.put(id, new PresentationOutcome.Refused(id, reasonCode));
        responseCodes.put("code-of-" + id, id);
    }

    /** Attributes that were asked of the wallet. */
    public Set<PidAttribute> asked() {
        return started.getLast().attributes();
    }
}
