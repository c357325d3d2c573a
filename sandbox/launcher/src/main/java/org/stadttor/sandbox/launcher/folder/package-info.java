// SPDX-License-Identifier: EUPL-1.2
/** The sandbox's own folder: everything it keeps is in there, readable by its owner only. */
@NullMarked
package org.stadttor.sandbox.launcher.folder;

import org.jspecify.annotations.NullMarked;
