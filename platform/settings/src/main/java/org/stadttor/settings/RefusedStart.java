// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.settings;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence why the process does not start, instead of a stack trace: an unknown setting (by its name; the
 * value may be a secret), a setting that is refused, or a database that cannot be used.
 */
@Order(0)
public final class RefusedStart implements FailureAnalyzer {

    private static final String OURS = "stadttor.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                return new FailureAnalysis("unknown setting " + names(unknown), "Correct its name.", failure);
            }
            if (cause instanceof SQLException) {
                return new FailureAnalysis(
                        "the database cannot be used: " + cause.getMessage(),
                        "Look at the database, its address, the roles and their passwords.",
                        failure);
            }
            String message = cause.getMessage();
            if (message != null && message.startsWith(OURS)) {
                return new FailureAnalysis(message, "Correct this setting.", failure);
            }
        }
        return null;
    }

    private static String names(UnboundConfigurationPropertiesException unknown) {
        return unknown.getUnboundProperties().stream()
                .map(property -> property.getName() + " (" + property.getOrigin() + ")")
                .collect(Collectors.joining(", "));
    }
}
