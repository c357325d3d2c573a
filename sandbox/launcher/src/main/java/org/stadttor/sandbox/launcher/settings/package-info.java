// SPDX-License-Identifier: EUPL-1.2
/** What a person can choose when starting the sandbox. */
@NullMarked
package org.stadttor.sandbox.launcher.settings;

import org.jspecify.annotations.NullMarked;
