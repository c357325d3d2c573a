// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.Person;
import org.stadttor.sandbox.wallet.EngagementLink;
import org.stadttor.sandbox.wallet.Misbehaviour;
import org.stadttor.sandbox.wallet.Offer;
import org.stadttor.sandbox.wallet.RequestRefusedException;
import org.stadttor.sandbox.wallet.SandboxWallet;
import org.stadttor.sandbox.wallet.VerifierAnswer;
import org.stadttor.sandbox.wallet.web.OpenedRequests.Opened;
import org.stadttor.ui.Layout;
import org.stadttor.ui.Site;

/** The wallet in the browser: look who asks, choose a person, share or refuse, see what the verifier says. */
@Controller
public class WalletController {

    private static final Site SITE = Site.of("Sandbox-Wallet", Site.Banner.SANDBOX, "messages/sandbox");

    private final SandboxWallet wallet;
    private final OpenedRequests requests;

    WalletController(SandboxWallet wallet, Clock clock) {
        this.wallet = wallet;
        this.requests = new OpenedRequests(clock);
    }

    @ModelAttribute
    void site(HttpServletRequest request) {
        Layout.useSite(request, SITE);
    }

    @GetMapping("/wallet")
    String home(Model model) {
        model.addAttribute("people", People.all());
        return "sandbox/wallet/home";
    }

    /** The text of a QR code or a copied link: the browser that waits is another one. */
    @PostMapping("/wallet/scan")
    String scan(@RequestParam String engagement) {
        return show(requests.add(wallet.open(EngagementLink.parse(engagement.strip())), false), null, null);
    }

    /** A link in the browser that started the login. */
    @GetMapping("/wallet/open")
    String open(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String misbehaviour) {
        return show(requests.add(wallet.open(EngagementLink.of(parameters)), true), person, misbehaviour);
    }

    @GetMapping("/wallet/requests/{handle}")
    String request(
            @PathVariable String handle,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(defaultValue = "none") String misbehaviour,
            Model model) {
        Opened opened = opened(handle);
        model.addAttribute("handle", handle);
        model.addAttribute("requester", Requester.of(opened.request()));
        model.addAttribute("misbehaviour", misbehaviour);
        if (person == null) {
            model.addAttribute("people", People.all());
            model.addAttribute("names", names(opened));
            return "sandbox/wallet/request";
        }
        Optional<Offer> offer = wallet.offer(opened.request(), person(person), Set.of());
        model.addAttribute("person", person(person));
        model.addAttribute("claims", offer.map(Offer::all).orElse(List.of()));
        model.addAttribute("fits", offer.isPresent());
        model.addAttribute("parts", MisbehaviourChoices.byPart());
        return "sandbox/wallet/consent";
    }

    @PostMapping("/wallet/requests/{handle}/share")
    String share(
            @PathVariable String handle,
            @RequestParam String person,
            @RequestParam(defaultValue = "none") String misbehaviour,
            @RequestParam(name = "claim", defaultValue = "") Set<String> chosen,
            Model model) {
        Opened opened = opened(handle);
        Misbehaviour wanted =
                Misbehaviour.of(misbehaviour).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Set<String> declined = wallet.offer(opened.request(), person(person), Set.of())
                .map(offer -> declined(offer, chosen))
                .orElse(Set.of());
        VerifierAnswer answer = wallet.answer(opened.request(), person(person), declined, wanted);
        boolean follow = opened.sameDevice() && wanted == Misbehaviour.NONE && answer.accepted();
        return result(answer, follow, wanted, model);
    }

    @PostMapping("/wallet/requests/{handle}/refuse")
    String refuse(@PathVariable String handle, Model model) {
        Opened opened = opened(handle);
        VerifierAnswer answer = wallet.refuse(opened.request());
        model.addAttribute("refused", true);
        return result(answer, opened.sameDevice() && answer.accepted(), Misbehaviour.NONE, model);
    }

    @ExceptionHandler
    ModelAndView refused(RequestRefusedException refusal, HttpServletRequest request) {
        Layout.useSite(request, SITE);
        return new ModelAndView(
                "sandbox/wallet/problem", Map.of("reason", refusal.reason().code()), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String show(Opened opened, @Nullable String person, @Nullable String misbehaviour) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/wallet/requests/" + opened.handle());
        if (person != null) {
            page.queryParam("person", person(person).id());
        }
        if (misbehaviour != null) {
            Misbehaviour.of(misbehaviour).ifPresent(wanted -> page.queryParam("misbehaviour", wanted.code()));
        }
        return "redirect:" + page.toUriString();
    }

    private static String result(VerifierAnswer answer, boolean follow, Misbehaviour misbehaviour, Model model) {
        String target = answer.redirectUri()
                .filter(uri -> uri.isAbsolute() && uri.getScheme().startsWith("http"))
                .map(Object::toString)
                .orElse(null);
        model.addAttribute("answer", answer);
        model.addAttribute("target", target);
        model.addAttribute("follow", follow && target != null);
        model.addAttribute("misbehaviour", misbehaviour.code());
        return "sandbox/wallet/result";
    }

    private static Set<String> declined(Offer offer, Set<String> chosen) {
        return offer.all().stream()
                .filter(claim -> claim.optional() && !chosen.contains(claim.key()))
                .map(Offer.OfferedClaim::key)
                .collect(Collectors.toSet());
    }

    private static List<String> names(Opened opened) {
        return opened.request().query().credentials().stream()
                .flatMap(query -> query.claims().stream())
                .map(claim -> claim.name().replaceFirst("\\..*", ""))
                .distinct()
                .toList();
    }

    private Opened opened(String handle) {
        return requests.find(handle).orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
    }

    private static Person person(String id) {
        return People.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
