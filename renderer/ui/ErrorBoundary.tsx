import { Component, type ReactNode } from 'react';
import { t } from '../locale/locale.ts';
import { Button } from './Button.tsx';

interface ErrorBoundaryProps {
  children: ReactNode;
}

/** Holds a fault of one part of the screen there: the rest goes on, and so does saving. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { fault: Error | undefined }> {
  override state = { fault: undefined };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render(): ReactNode {
    const fault: Error | undefined = this.state.fault;
    if (fault === undefined) return this.props.children;
    return (
      <div className="fault" role="alert">
        <p>{t('error.view', { message: String(fault) })}</p>
        <Button onClick={() => this.setState({ fault: undefined })}>{t('error.drawAgain')}</Button>
      </div>
    );
  }
}
