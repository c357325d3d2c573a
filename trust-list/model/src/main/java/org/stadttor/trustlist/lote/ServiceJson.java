// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A service with its history to JSON (TS 119 602, 6.6 and 6.7). */
final class ServiceJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ServiceJson() {}

    static ObjectNode write(TrustedService service) {
        ObjectNode information = JSON.objectNode();
        information.put("ServiceTypeIdentifier", service.typeUri());
        information.set("ServiceName", LoteWriter.text(service.name()));
        information.set("ServiceDigitalIdentity", identity(service.certificates()));
        service.status().ifPresent(status -> put(information, status));
        if (service.statusPolicy() != StatusPolicy.STATUS_REQUIRED) {
            information.set(
                    "ServiceInformationExtensions",
                    JSON.arrayNode().add(StatusPolicyExtension.write(service.statusPolicy())));
        }
        ObjectNode json = JSON.objectNode().set("ServiceInformation", information);
        if (!service.history().isEmpty()) {
            json.set("ServiceHistory", LoteWriter.array(service.history(), earlier -> history(service, earlier)));
        }
        return json;
    }

    /** Certificates as the digital identity of a service or signer. */
    static ObjectNode identity(List<X509Certificate> certificates) {
        return JSON.objectNode()
                .set(
                        "X509Certificates",
                        LoteWriter.array(
                                certificates,
                                c -> JSON.objectNode()
                                        .put("val", Base64.getEncoder().encodeToString(Certificates.encoded(c)))));
    }

    /** The identity of an earlier state has key identifiers only. */
    private static ObjectNode history(TrustedService service, ServiceStatus earlier) {
        ObjectNode json = JSON.objectNode();
        json.put("ServiceTypeIdentifier", service.typeUri());
        json.set("ServiceName", LoteWriter.text(service.name()));
        List<String> keys = service.certificates().stream()
                .map(c -> Base64.getEncoder().encodeToString(KeyIdentifier.of(c)))
                .distinct()
                .toList();
        json.set("ServiceDigitalIdentity", JSON.objectNode().set("X509SKIs", LoteWriter.array(keys, JSON::stringNode)));
        put(json, earlier);
        return json;
    }

    private static void put(ObjectNode json, ServiceStatus status) {
        json.put("ServiceStatus", status.value().uri());
        json.put("StatusStartingTime", LoteWriter.time(status.since()));
    }
}
