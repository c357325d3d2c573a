// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Everything every logger says at its finest level, until it is closed. */
public final class RecordedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final StringBuffer text = new StringBuffer();
    private final Map<Logger, Level> levels = new HashMap<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    public static RecordedLog ofEverything() {
        RecordedLog log = new RecordedLog();
        log.context.getLoggerList().forEach(logger -> {
            log.levels.put(logger, logger.getLevel());
            logger.setLevel(logger.getName().equals(Logger.ROOT_LOGGER_NAME) ? Level.TRACE : null);
        });
        log.setContext(log.context);
        log.start();
        log.context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        text.append(event.getLoggerName()).append(' ').append(event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        text.append('\n');
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void close() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
        levels.forEach(Logger::setLevel);
    }
}
