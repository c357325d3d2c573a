// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.PublicationFeed;
import org.stadttor.trustlist.publication.Publications;

/**
 * The published lists. {@code Prefer: wait=N} (RFC 7240, 4.3) together with {@code If-None-Match} holds the request
 * until the list is another one, or answers 304 after N seconds. The media type is that of any compact JWS
 * ({@code application/jose}, RFC 7515, 9.2.1).
 */
@RestController
public class TrustListController {

    private static final Logger LOG = LoggerFactory.getLogger(TrustListController.class);

    /** A compact JWS. */
    public static final MediaType JOSE = new MediaType("application", "jose");

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,4})\"?(?=$|[,;\\s])");
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final PublicationFeed feed;
    private final Publications publications;
    private final Duration longestWait;

    /** A controller that holds a request no longer than this. */
    public TrustListController(PublicationFeed feed, Publications publications, Duration longestWait) {
        this.feed = feed;
        this.publications = publications;
        this.longestWait = longestWait;
    }

    /** The latest issue. */
    @GetMapping("/lists/{name}")
    public ResponseEntity<String> latest(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws InterruptedException {
        Optional<ListPurpose> purpose = ListPurpose.ofList(name);
        if (purpose.isEmpty()) {
            return doesNotExist();
        }
        Optional<Publication> latest = feed.refresh(purpose.get());
        Duration wait = wait(prefer);
        boolean waited = false;
        if (latest.isPresent() && matches(ifNoneMatch, latest.get()) && wait.isPositive()) {
            latest = feed.awaitOtherThan(latest.get(), wait);
            waited = true;
        }
        if (latest.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        CacheControl revalidate = CacheControl.noCache();
        ResponseEntity.BodyBuilder answer = matches(ifNoneMatch, latest.get())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                : ResponseEntity.ok().contentType(JOSE);
        answer.eTag(latest.get().entityTag()).cacheControl(revalidate).header(HttpHeaders.VARY, "Prefer");
        if (waited) {
            answer.header("Preference-Applied", "wait=" + wait.toSeconds());
        }
        return matches(ifNoneMatch, latest.get())
                ? answer.build()
                : answer.body(latest.get().jws());
    }

    /** One issue, for ever the same. */
    @GetMapping("/lists/{name}/{sequence:[1-9][0-9]{0,17}}")
    public ResponseEntity<String> issue(
            @PathVariable String name,
            @PathVariable long sequence,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        Optional<Publication> found = ListPurpose.ofList(name).flatMap(purpose -> publications.find(purpose, sequence));
        if (found.isEmpty()) {
            return doesNotExist();
        }
        Publication publication = found.get();
        CacheControl immutable = CacheControl.maxAge(FOR_EVER.toSeconds(), TimeUnit.SECONDS)
                .cachePublic()
                .immutable();
        if (matches(ifNoneMatch, publication)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(publication.entityTag())
                    .cacheControl(immutable)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(JOSE)
                .eTag(publication.entityTag())
                .cacheControl(immutable)
                .body(publication.jws());
    }

    /** Readers go on with the list they have. */
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<Void> databaseUnavailable(DataAccessException e) {
        LOG.error("the database cannot be asked for the list", e);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }

    private static ResponseEntity<String> doesNotExist() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }

    /** RFC 9110, 13.1.2: weak comparison, a list of tags or an asterisk. */
    private static boolean matches(@Nullable String ifNoneMatch, Publication publication) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(publication.entityTag()));
    }

    private Duration wait(@Nullable String prefer) {
        if (prefer == null) {
            return Duration.ZERO;
        }
        Matcher matcher = WAIT.matcher(prefer);
        Duration wanted = matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : Duration.ZERO;
        return wanted.compareTo(longestWait) > 0 ? longestWait : wanted;
    }
}
